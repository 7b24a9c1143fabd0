import { Button, PasswordInput, SummaryList, Table } from '../../../govuk/index.ts';
import { errorAt, type Refusal } from '../../../kernel/outcome.ts';
import { Form } from '../../../platform/form.tsx';
import type { FormSeal } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';
import { paths } from '../paths.ts';
import type { LiveSession } from '../sessions.ts';
import { NewPasswordFields } from './new-password.tsx';

export type AccountProps = {
  readonly words: Words;
  readonly seal: FormSeal;
  readonly email: string;
  readonly demonstration: boolean;
  readonly sessions: readonly LiveSession[];
  readonly errors: readonly Refusal[];
};

export function AccountPage({ words, seal, email, demonstration, sessions, errors }: AccountProps) {
  const said = words.accounts.account;
  return (
    <>
      <h1 class="govuk-heading-l">{said.title}</h1>
      <SummaryList rows={[{ key: words.accounts.fields.email, value: email }]} />
      <h2 class="govuk-heading-m">{said.sessions}</h2>
      <Table caption={said.sessions} captionHidden narrow="stack" rows={sessions} columns={[
        { title: said.browser, cell: ({ isThis }: LiveSession) => (isThis ? said.here : said.elsewhere), rowHeader: true },
        { title: said.begun, cell: ({ begunAt }) => words.accounts.moment(begunAt) },
        { title: said.lastSeen, cell: ({ lastSeenAt }) => words.accounts.moment(lastSeenAt) },
      ]} />
      <Form action={paths.signOutEverywhere} seal={seal}>
        <p class="govuk-body">{said.everywhereHint}</p>
        <Button variant="secondary">{said.everywhere}</Button>
      </Form>
      <p class="govuk-body"><a class="govuk-link" href={paths.tokens}>{words.accounts.tokens.title}</a></p>
      {demonstration
        ? <p class="govuk-body">{said.demonstration} <a class="govuk-link" href={paths.demonstration}>{said.demonstrationLink}</a></p>
        : <ChangePassword words={words} seal={seal} email={email} errors={errors} />}
    </>
  );
}

function ChangePassword({ words, seal, email, errors }: Pick<AccountProps, 'words' | 'seal' | 'email' | 'errors'>) {
  const said = words.accounts;
  return (
    <>
      <h2 class="govuk-heading-m">{said.account.changeTitle}</h2>
      <p class="govuk-body">{said.account.changeHint}</p>
      <Form action={paths.password} seal={seal}>
        <input type="hidden" autocomplete="username" value={email} />
        <PasswordInput name="old" label={said.fields.oldPassword} error={errorAt(words, errors, 'old')} />
        <NewPasswordFields words={words} errors={errors} />
        <Button>{said.account.change}</Button>
      </Form>
    </>
  );
}
