import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { Breadcrumbs, type BreadcrumbsProps } from './breadcrumbs.tsx';
import { BackLink, type BackLinkProps } from './back-link.tsx';
import { Footer, type FooterProps } from './footer.tsx';
import { GenericHeader } from './generic-header.tsx';
import { ServiceNavigation, type ServiceNavigationProps } from './service-navigation.tsx';
import { SkipLink } from './skip-link.tsx';

export type PageProps = {
  /** The whole text of the title element: "Error: " comes first when the form was refused. */
  readonly title: string;
  readonly lang?: 'en' | 'cy' | undefined;
  /** Who runs the service, in words: a council's own logo is its own affair. */
  readonly owner: ComponentChildren;
  readonly homeUrl?: string | undefined;
  readonly navigation?: ServiceNavigationProps | undefined;
  /** Whose part of the service this is, below the navigation. */
  readonly head?: ComponentChildren;
  readonly phaseBanner?: ComponentChildren;
  /** A strip across the page, such as the notice that everything here is invented. */
  readonly banner?: ComponentChildren;
  /** The way back: a trail or one link, not both. */
  readonly before?: { readonly breadcrumbs: BreadcrumbsProps } | { readonly backLink: BackLinkProps } | undefined;
  readonly main: ComponentChildren;
  readonly footer?: FooterProps | undefined;
  readonly skipText?: string | undefined;
  /** Where the stylesheet, the script and the icon are served from. */
  readonly assets?: string | undefined;
  /** Modules beside the common one. */
  readonly scripts?: readonly string[] | undefined;
};

const brandColour = '#00524c';

/** A whole document, ready to send. */
export function renderPage(props: PageProps): string {
  return `<!DOCTYPE html>${renderToString(<PageTemplate {...props} />)}`;
}

/** The page around every page. Nothing in it is inline, so that the strictest content security policy holds. */
export function PageTemplate(props: PageProps) {
  const { title, lang = 'en', owner, homeUrl, navigation, head, phaseBanner, banner, before, main, footer, skipText } = props;
  return (
    <html lang={lang} class="govuk-template">
      <Head title={title} assets={props.assets ?? '/assets'} scripts={props.scripts ?? []} />
      <body class="govuk-template__body">
        <SkipLink>{skipText}</SkipLink>
        <header class="govuk-template__header">
          <GenericHeader logo={owner} href={homeUrl} />
          {navigation && <ServiceNavigation {...navigation} />}
          {head}
        </header>
        {banner}
        <div class="govuk-width-container">
          {phaseBanner}
          {before && ('breadcrumbs' in before ? <Breadcrumbs {...before.breadcrumbs} /> : <BackLink {...before.backLink} />)}
          <main class="govuk-main-wrapper" id="main-content">{main}</main>
        </div>
        <footer class="govuk-template__footer"><Footer {...footer} /></footer>
      </body>
    </html>
  );
}

function Head({ title, assets, scripts }: { readonly title: string; readonly assets: string; readonly scripts: readonly string[] }) {
  return (
    <head>
      <meta charset="utf-8" />
      <title>{title}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
      <meta name="theme-color" content={brandColour} />
      <link rel="icon" sizes="any" href={`${assets}/favicon.svg`} type="image/svg+xml" />
      <link rel="stylesheet" href={`${assets}/dueregard.css`} />
      <script type="module" src={`${assets}/enhance.js`} />
      {scripts.map((src) => <script type="module" src={src} />)}
    </head>
  );
}
