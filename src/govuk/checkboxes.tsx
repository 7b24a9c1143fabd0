import { classNames } from './attributes.ts';
import { type Choice, ChoiceItem, type ChoiceItems, choiceId } from './choices.tsx';
import { type ChoicesProps, FieldsetGroup, describedBy } from './form-group.tsx';

export type CheckboxItem = Choice & {
  readonly name?: string | undefined;
  /** Choosing an exclusive item clears the others. */
  readonly behaviour?: 'exclusive' | undefined;
};

export type CheckboxesProps = ChoicesProps & {
  readonly items: ChoiceItems<CheckboxItem>;
  /** The values of the items that are chosen, unless an item says so itself. */
  readonly values?: readonly (string | number)[] | undefined;
  readonly small?: boolean | undefined;
};

export function Checkboxes(props: CheckboxesProps) {
  const { name, values, small, classes, attributes } = props;
  const prefix = props.idPrefix ?? name;
  const description = props.legend ? undefined : describedBy(prefix, props);
  return (
    <FieldsetGroup id={prefix} group={props}>
      <div class={classNames('govuk-checkboxes', small && 'govuk-checkboxes--small', classes)} data-module="govuk-checkboxes" {...attributes}>
        {props.items.map((item, index) => item && ('divider' in item
          ? <div class="govuk-checkboxes__divider">{item.divider}</div>
          : <ChoiceItem kind="checkboxes" id={choiceId(item, prefix, index)} name={item.name ?? name} item={item}
            checked={item.checked ?? values?.includes(item.value) ?? false} behaviour={item.behaviour} describedBy={description} />
        ))}
      </div>
    </FieldsetGroup>
  );
}
