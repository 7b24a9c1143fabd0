import type { ComponentChildren } from 'preact';
import { type Common, type Maybe, classNames } from './attributes.ts';

export type TaskListItem = {
  readonly title: ComponentChildren;
  readonly titleClasses?: string | undefined;
  readonly href?: string | undefined;
  readonly hint?: ComponentChildren;
  /** A text or a `Tag`. */
  readonly status: ComponentChildren;
  readonly cannotStartYet?: boolean | undefined;
  readonly statusClasses?: string | undefined;
  readonly classes?: string | undefined;
};

export type TaskListProps = Common & {
  readonly idPrefix?: string | undefined;
  readonly items: readonly Maybe<TaskListItem>[];
};

export function TaskList({ idPrefix = 'task-list', items, classes, attributes }: TaskListProps) {
  return (
    <ul class={classNames('govuk-task-list', classes)} {...attributes}>
      {items.map((item, index) => item && <Task item={item} id={`${idPrefix}-${index + 1}`} />)}
    </ul>
  );
}

function Task({ item, id }: { readonly item: TaskListItem; readonly id: string }) {
  const { title, titleClasses, href, hint } = item;
  return (
    <li class={classNames('govuk-task-list__item', href && 'govuk-task-list__item--with-link', item.classes)}>
      <div class="govuk-task-list__name-and-hint">
        {href
          ? (
            <a class={classNames('govuk-link govuk-task-list__link', titleClasses)} href={href}
              aria-describedby={hint ? `${id}-hint ${id}-status` : `${id}-status`}>{title}</a>
          )
          : <div class={titleClasses}>{title}</div>}
        {hint && <div id={`${id}-hint`} class="govuk-task-list__hint">{hint}</div>}
      </div>
      <div class={classNames('govuk-task-list__status', item.cannotStartYet && 'govuk-task-list__status--cannot-start-yet', item.statusClasses)}
        id={`${id}-status`}>{item.status}</div>
    </li>
  );
}
