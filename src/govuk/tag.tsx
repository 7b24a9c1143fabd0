import { type Common, type WithChildren, classNames } from './attributes.ts';

export type TagColour = 'grey' | 'green' | 'teal' | 'blue' | 'purple' | 'magenta' | 'red' | 'orange' | 'yellow';

export type TagProps = Common & WithChildren & { readonly colour?: TagColour | undefined };

export function Tag({ colour, classes, attributes, children }: TagProps) {
  return <strong class={classNames('govuk-tag', colour && `govuk-tag--${colour}`, classes)} {...attributes}>{children}</strong>;
}
