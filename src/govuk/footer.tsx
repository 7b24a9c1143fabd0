import type { ComponentChildren } from 'preact';
import { type Attributes, type Common, type Maybe, classNames } from './attributes.ts';
import { words } from './words.ts';

export type FooterLink = { readonly href: string; readonly text: ComponentChildren; readonly attributes?: Attributes | undefined };

export type FooterSection = {
  readonly title: ComponentChildren;
  readonly items?: readonly FooterLink[] | undefined;
  readonly columns?: 1 | 2 | 3 | undefined;
  readonly width?: 'one-quarter' | 'one-third' | 'one-half' | 'two-thirds' | 'full' | undefined;
};

export type FooterProps = Common & {
  readonly containerClasses?: string | undefined;
  readonly sections?: readonly FooterSection[] | undefined;
  readonly links?: readonly Maybe<FooterLink>[] | undefined;
  /** The hidden heading of the links. */
  readonly linksTitle?: string | undefined;
  readonly content?: ComponentChildren;
};

/** The footer without what is only GOV.UK's: crown, licence and copyright of the Crown. */
export function Footer({ containerClasses, sections = [], links, linksTitle = words.supportLinks, content, classes, attributes }: FooterProps) {
  return (
    <div class={classNames('govuk-footer', classes)} {...attributes}>
      <div class={classNames('govuk-width-container', containerClasses)}>
        {sections.length > 0 && (
          <>
            <div class="govuk-footer__navigation">{sections.map((section) => <Section {...section} />)}</div>
            <hr class="govuk-footer__section-break" />
          </>
        )}
        <div class="govuk-footer__meta">
          <div class="govuk-footer__meta-item govuk-footer__meta-item--grow">
            {(links || content) && <h2 class="govuk-visually-hidden">{linksTitle}</h2>}
            {links && links.length > 0 && (
              <ul class="govuk-footer__inline-list">
                {links.map((link) => link && <li class="govuk-footer__inline-list-item"><Link {...link} /></li>)}
              </ul>
            )}
            {content && <div class="govuk-footer__meta-custom">{content}</div>}
          </div>
        </div>
      </div>
    </div>
  );
}

function Section({ title, items = [], columns, width = 'full' }: FooterSection) {
  return (
    <div class={`govuk-footer__section govuk-grid-column-${width}`}>
      <h2 class="govuk-footer__heading govuk-heading-m">{title}</h2>
      {items.length > 0 && (
        <ul class={classNames('govuk-footer__list', columns && `govuk-footer__list--columns-${columns}`)}>
          {items.map((link) => <li class="govuk-footer__list-item"><Link {...link} /></li>)}
        </ul>
      )}
    </div>
  );
}

function Link({ href, text, attributes }: FooterLink) {
  return <a class="govuk-footer__link" href={href} {...attributes}>{text}</a>;
}
