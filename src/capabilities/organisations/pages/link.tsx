import { Input, WarningText } from '../../../govuk/index.ts';
import type { Words } from '../../../words/index.ts';

export type HandedLink = { readonly words: Words; readonly name: string; readonly purpose: 'invitation' | 'reset'; readonly address: string; readonly back: { readonly text: string; readonly href: string } };

/** The one time that a link is shown, with what to do with it. */
export function LinkPage({ words, name, purpose, address, back }: HandedLink) {
  const said = words.organisations.link;
  return (
    <>
      <h1 class="govuk-heading-l">{linkTitle(words, purpose, name)}</h1>
      <WarningText>{said.once}</WarningText>
      <Input name="link" label={said.label} value={address} />
      {said.how.map((sentence) => <p class="govuk-body">{sentence}</p>)}
      <p class="govuk-body">{purpose === 'invitation' ? said.invitationTime : said.resetTime}</p>
      <p class="govuk-body"><a class="govuk-link" href={back.href}>{back.text}</a></p>
    </>
  );
}

export function linkTitle(words: Words, purpose: HandedLink['purpose'], name: string): string {
  return purpose === 'invitation' ? words.organisations.link.invitationTitle(name) : words.organisations.link.resetTitle(name);
}
