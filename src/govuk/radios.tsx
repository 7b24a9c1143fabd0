import { classNames } from './attributes.ts';
import { type Choice, ChoiceItem, type ChoiceItems, choiceId } from './choices.tsx';
import { type ChoicesProps, FieldsetGroup } from './form-group.tsx';

export type RadioItem = Choice;

export type RadiosProps = ChoicesProps & {
  readonly items: ChoiceItems<RadioItem>;
  /** The value of the item that is chosen, unless an item says so itself. */
  readonly value?: string | number | undefined;
  readonly inline?: boolean | undefined;
  readonly small?: boolean | undefined;
};

export function Radios(props: RadiosProps) {
  const { name, value, inline, small, classes, attributes } = props;
  const prefix = props.idPrefix ?? name;
  return (
    <FieldsetGroup id={prefix} group={props}>
      <div class={classNames('govuk-radios', inline && 'govuk-radios--inline', small && 'govuk-radios--small', classes)}
        data-module="govuk-radios" {...attributes}>
        {props.items.map((item, index) => item && ('divider' in item
          ? <div class="govuk-radios__divider">{item.divider}</div>
          : <ChoiceItem kind="radios" id={choiceId(item, prefix, index)} name={name} item={item}
            checked={item.checked ?? (value !== undefined && item.value === value)} />
        ))}
      </div>
    </FieldsetGroup>
  );
}
