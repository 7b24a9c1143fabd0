import type { WithChildren } from './attributes.ts';

/** A strip across the whole page that says that what follows is invented. */
export function InventedBanner({ children, label }: WithChildren & { readonly label: string }) {
  return (
    <aside class="dr-banner dr-banner--invented" aria-label={label}>
      <p class="dr-banner__text govuk-width-container">{children}</p>
    </aside>
  );
}
