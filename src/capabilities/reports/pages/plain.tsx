type PlainPageProps = { readonly title: string; readonly sentence: string; readonly link?: { readonly href: string; readonly text: string } };

/** A page that says one thing. */
export function PlainPage({ title, sentence, link }: PlainPageProps) {
  return (
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body govuk-!-text-break-word">{sentence}</p>
      {link && <p class="govuk-body"><a class="govuk-link" href={link.href}>{link.text}</a></p>}
    </>
  );
}
