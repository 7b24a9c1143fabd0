import type { ComponentChildren } from 'preact';
import { type Attributes, type Common, type HeadingLevel, type Maybe, type WithChildren, classNames, headingTag } from './attributes.ts';

export type SummaryAction = {
  readonly href: string;
  readonly text: ComponentChildren;
  /** Completes the link for a screen reader: "Change *name*". */
  readonly hidden?: string | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
};

export type SummaryRow = {
  readonly key: ComponentChildren;
  readonly value: ComponentChildren;
  readonly actions?: readonly SummaryAction[] | undefined;
  readonly classes?: string | undefined;
  readonly keyClasses?: string | undefined;
  readonly valueClasses?: string | undefined;
  readonly actionsClasses?: string | undefined;
};

export type SummaryCard = Common & {
  readonly title?: ComponentChildren;
  readonly titleLevel?: HeadingLevel | undefined;
  readonly actions?: readonly SummaryAction[] | undefined;
};

export type SummaryListProps = Common & {
  readonly rows: readonly Maybe<SummaryRow>[];
  readonly noBorder?: boolean | undefined;
  readonly card?: SummaryCard | undefined;
};

export function SummaryList({ rows, noBorder, card, classes, attributes }: SummaryListProps) {
  const anyActions = rows.some((row) => row && row.actions && row.actions.length > 0);
  const list = (
    <dl class={classNames('govuk-summary-list', noBorder && 'govuk-summary-list--no-border', classes)} {...attributes}>
      {rows.map((row) => row && <Row row={row} anyActions={anyActions} cardTitle={card?.title} />)}
    </dl>
  );
  return card ? <Card {...card}>{list}</Card> : list;
}

function Card({ title, titleLevel = 2, actions = [], classes, attributes, children }: SummaryCard & WithChildren) {
  const Heading = headingTag(titleLevel);
  const [only, ...others] = actions;
  return (
    <div class={classNames('govuk-summary-card', classes)} {...attributes}>
      <div class="govuk-summary-card__title-wrapper">
        {title && <Heading class="govuk-summary-card__title">{title}</Heading>}
        {only && others.length === 0 && <div class="govuk-summary-card__actions"><Action action={only} cardTitle={title} /></div>}
        {others.length > 0 && (
          <ul class="govuk-summary-card__actions">
            {actions.map((action) => <li class="govuk-summary-card__action"><Action action={action} cardTitle={title} /></li>)}
          </ul>
        )}
      </div>
      <div class="govuk-summary-card__content">{children}</div>
    </div>
  );
}

function Row({ row, anyActions, cardTitle }: { readonly row: SummaryRow; readonly anyActions: boolean; readonly cardTitle: ComponentChildren }) {
  const [only, ...others] = row.actions ?? [];
  return (
    <div class={classNames('govuk-summary-list__row', anyActions && !only && 'govuk-summary-list__row--no-actions', row.classes)}>
      <dt class={classNames('govuk-summary-list__key', row.keyClasses)}>{row.key}</dt>
      <dd class={classNames('govuk-summary-list__value', row.valueClasses)}>{row.value}</dd>
      {only && (
        <dd class={classNames('govuk-summary-list__actions', row.actionsClasses)}>
          {others.length === 0 ? <Action action={only} cardTitle={cardTitle} /> : (
            <ul class="govuk-summary-list__actions-list">
              {row.actions?.map((action) => (
                <li class="govuk-summary-list__actions-list-item"><Action action={action} cardTitle={cardTitle} /></li>
              ))}
            </ul>
          )}
        </dd>
      )}
    </div>
  );
}

function Action({ action, cardTitle }: { readonly action: SummaryAction; readonly cardTitle: ComponentChildren }) {
  const { href, text, hidden, classes, attributes } = action;
  return (
    <a class={classNames('govuk-link', classes)} href={href} {...attributes}>
      {text}
      {(hidden || cardTitle) && (
        <span class="govuk-visually-hidden">{hidden && ` ${hidden}`}{cardTitle && <> ({cardTitle})</>}</span>
      )}
    </a>
  );
}
