import { classNames } from './attributes.ts';
import { type FieldProps, LabelledGroup, describedBy } from './form-group.tsx';

export type FileUploadProps = FieldProps & {
  readonly multiple?: boolean | undefined;
  /** Kinds of file offered first: ".csv,.xlsx". The server checks what arrives. */
  readonly accept?: string | undefined;
  readonly disabled?: boolean | undefined;
};

export function FileUpload(props: FileUploadProps) {
  const id = props.id ?? props.name;
  return (
    <LabelledGroup field={props}>
      <input class={classNames('govuk-file-upload', props.classes, props.error ? 'govuk-file-upload--error' : undefined)} id={id}
        name={props.name} type="file" disabled={props.disabled} multiple={props.multiple} accept={props.accept}
        aria-describedby={describedBy(id, props)} {...props.attributes} />
    </LabelledGroup>
  );
}
