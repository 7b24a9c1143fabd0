import { Button, PasswordInput } from '../../../govuk/index.ts';
import type { Refusal } from '../../../kernel/outcome.ts';
import { Form } from '../../../platform/form.tsx';
import type { FormSeal } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';
import type { LiveLink } from '../link-store.ts';
import { paths } from '../paths.ts';
import { NewPasswordFields } from './new-password.tsx';

/** What a link asks of the person who holds it. */
export type LinkStep = 'new password' | 'own password' | 'accept' | 'home first' | 'example first';

export type LinkProps = { readonly words: Words; readonly seal: FormSeal; readonly token: string; readonly link: LiveLink; readonly step: LinkStep; readonly errors: readonly Refusal[] };

export function linkTitle(words: Words, link: LiveLink): string {
  return link.purpose === 'reset' ? words.accounts.link.resetTitle : words.accounts.link.invitationTitle(link.organisation);
}

export function LinkPage({ words, seal, token, link, step, errors }: LinkProps) {
  return (
    <>
      <h1 class="govuk-heading-l">{linkTitle(words, link)}</h1>
      <p class="govuk-body">{sentence(words, link, step)}</p>
      {step !== 'home first' && step !== 'example first' && (
        <Form action={paths.link(token)} seal={seal}>
          {step === 'new password' && <NewPasswordFields words={words} errors={errors} />}
          {step === 'own password' && <PasswordInput name="password" label={words.accounts.fields.password} error={errors[0]?.say(words)} />}
          <Button>{step === 'new password' ? words.accounts.link.save : words.accounts.link.accept}</Button>
        </Form>
      )}
      {step === 'example first' && <p class="govuk-body"><a class="govuk-link" href={paths.demonstration}>{words.accounts.demonstration.title}</a></p>}
    </>
  );
}

function sentence({ accounts: { link: said } }: Words, link: LiveLink, step: LinkStep): string {
  switch (step) {
    case 'new password': return link.purpose === 'reset' ? said.reset(link.email) : said.choose(link.email);
    case 'own password': return said.signInFirst(link.email);
    case 'accept': return said.acceptAs(link.email);
    case 'home first': return said.homeFirst(link.home);
    case 'example first': return said.exampleFirst(link.email);
  }
}
