import { Input, WarningText } from '../../../govuk/index.ts';
import type { Words } from '../../../words/index.ts';
import { paths } from '../paths.ts';

export type HandedLink = { readonly words: Words; readonly org: string; readonly name: string; readonly purpose: 'invitation' | 'reset'; readonly address: string };

/** The one time that a link is shown, with what to do with it. */
export function LinkPage({ words, org, name, purpose, address }: HandedLink) {
  const said = words.organisations.link;
  return (
    <>
      <h1 class="govuk-heading-l">{linkTitle(words, purpose, name)}</h1>
      <WarningText>{said.once}</WarningText>
      <Input name="link" label={said.label} value={address} />
      {said.how.map((sentence) => <p class="govuk-body">{sentence}</p>)}
      <p class="govuk-body">{purpose === 'invitation' ? said.invitationTime : said.resetTime}</p>
      <p class="govuk-body"><a class="govuk-link" href={paths.people(org)}>{said.back}</a></p>
    </>
  );
}

export function linkTitle(words: Words, purpose: HandedLink['purpose'], name: string): string {
  return purpose === 'invitation' ? words.organisations.link.invitationTitle(name) : words.organisations.link.resetTitle(name);
}
