import { Button, InsetText, Input, PasswordInput } from '../../../govuk/index.ts';
import { Form } from '../../../platform/form.tsx';
import type { FormSeal } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';
import { paths } from '../paths.ts';

type SignInProps = { readonly words: Words; readonly seal: FormSeal; readonly to: string; readonly email: string; readonly error: string | undefined; readonly demonstration: boolean };

export function SignInPage({ words, seal, to, email, error, demonstration }: SignInProps) {
  const said = words.accounts;
  return (
    <>
      <h1 class="govuk-heading-l">{said.signIn.title}</h1>
      {to === paths.kept && <InsetText>{said.signIn.kept}</InsetText>}
      <Form action={paths.signIn} seal={seal}>
        <input type="hidden" name="to" value={to} />
        <Input name="email" type="email" label={said.fields.email} value={email} autocomplete="username" spellcheck={false} error={error} />
        <PasswordInput name="password" label={said.fields.password} />
        <Button>{said.signIn.press}</Button>
      </Form>
      <p class="govuk-body">{said.signIn.noPassword}</p>
      {demonstration && <p class="govuk-body"><a class="govuk-link" href={`${paths.demonstration}?to=${encodeURIComponent(to)}`}>{said.signIn.demonstration}</a></p>}
    </>
  );
}
