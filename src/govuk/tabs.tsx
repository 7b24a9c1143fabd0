import type { ComponentChildren } from 'preact';
import { type Attributes, type Common, type Maybe, classNames } from './attributes.ts';
import { words } from './words.ts';

export type Tab = {
  readonly id: string;
  readonly label: string;
  readonly content: ComponentChildren;
  readonly attributes?: Attributes | undefined;
  readonly panelAttributes?: Attributes | undefined;
};

export type TabsProps = Common & {
  readonly id?: string | undefined;
  readonly title?: ComponentChildren;
  readonly items: readonly Maybe<Tab>[];
};

export function Tabs({ id, title = words.contents, items, classes, attributes }: TabsProps) {
  const tabs = items.filter((item) => !!item);
  return (
    <div id={id} class={classNames('govuk-tabs', classes)} data-module="govuk-tabs" {...attributes}>
      <h2 class="govuk-tabs__title">{title}</h2>
      {tabs.length > 0 && (
        <ul class="govuk-tabs__list">
          {tabs.map((tab, index) => (
            <li class={classNames('govuk-tabs__list-item', index === 0 && 'govuk-tabs__list-item--selected')}>
              <a class="govuk-tabs__tab" href={`#${tab.id}`} {...tab.attributes}>{tab.label}</a>
            </li>
          ))}
        </ul>
      )}
      {tabs.map((tab, index) => (
        <div class={classNames('govuk-tabs__panel', index > 0 && 'govuk-tabs__panel--hidden')} id={tab.id} {...tab.panelAttributes}>
          {typeof tab.content === 'string' ? <p class="govuk-body">{tab.content}</p> : tab.content}
        </div>
      ))}
    </div>
  );
}
