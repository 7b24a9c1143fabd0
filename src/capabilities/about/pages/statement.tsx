/** A plain statement: paragraphs and lists under headings. */
export type Statement = {
  readonly title: string;
  readonly lead: string;
  readonly parts: readonly { readonly heading: string; readonly paragraphs: readonly string[]; readonly list?: readonly string[] }[];
};

export function StatementPage({ statement: { title, lead, parts } }: { readonly statement: Statement }) {
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body-l">{lead}</p>
        {parts.map(({ heading, paragraphs, list }) => (
          <section>
            <h2 class="govuk-heading-m">{heading}</h2>
            {paragraphs.map((paragraph) => <p class="govuk-body">{paragraph}</p>)}
            {list && <ul class="govuk-list govuk-list--bullet">{list.map((item) => <li>{item}</li>)}</ul>}
          </section>
        ))}
      </div>
    </div>
  );
}
