import { PasswordInput } from '../../../govuk/index.ts';
import { errorAt, type Refusal } from '../../../kernel/outcome.ts';
import type { Words } from '../../../words/index.ts';
import { passwordLength } from '../rules.ts';

/** The new password, twice. What was written is never sent back. */
export function NewPasswordFields({ words, errors }: { readonly words: Words; readonly errors: readonly Refusal[] }) {
  const said = words.accounts;
  const error = (field: string) => errorAt(words, errors, field);
  return (
    <>
      <PasswordInput name="password" label={said.fields.newPassword} hint={said.password.hint(passwordLength.least)} autocomplete="new-password" error={error('password')} />
      <PasswordInput name="again" label={said.fields.again} autocomplete="new-password" error={error('again')} />
    </>
  );
}
