import { type Common, classNames, scriptWords } from './attributes.ts';
import { type FieldProps, LabelledGroup, describedBy } from './form-group.tsx';

/** What the drop zone's script says; English in the script itself where left out. */
export type FileUploadWords = {
  readonly chooseFilesButton?: string | undefined;
  readonly noFileChosen?: string | undefined;
  readonly multipleFilesChosen?: { readonly one: string; readonly other: string } | undefined;
  readonly dropInstruction?: string | undefined;
  readonly enteredDropZone?: string | undefined;
  readonly leftDropZone?: string | undefined;
};

export type FileUploadProps = FieldProps & {
  readonly multiple?: boolean | undefined | undefined;
  /** Kinds of file offered first: ".csv,.xlsx". The server checks what arrives. */
  readonly accept?: string | undefined;
  readonly disabled?: boolean | undefined;
  /** Lets people drop files on it, where the script runs. */
  readonly dropZone?: boolean | undefined | undefined;
  readonly zone?: Common | undefined;
  readonly scriptWords?: FileUploadWords | undefined;
};

export function FileUpload(props: FileUploadProps) {
  const id = props.id ?? props.name;
  const input = (
    <input class={classNames('govuk-file-upload', props.classes, props.error ? 'govuk-file-upload--error' : undefined)} id={id}
      name={props.name} type="file" disabled={props.disabled} multiple={props.multiple} accept={props.accept}
      aria-describedby={describedBy(id, props)} {...props.attributes} />
  );
  return (
    <LabelledGroup field={props}>
      {!props.dropZone ? input : (
        <div class={classNames('govuk-file-upload-wrapper', props.zone?.classes)} data-module="govuk-file-upload"
          {...scriptWords(props.scriptWords)} {...props.zone?.attributes}>{input}</div>
      )}
    </LabelledGroup>
  );
}
