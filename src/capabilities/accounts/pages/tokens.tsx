import { Button, Input, Radios, Table, WarningText } from '../../../govuk/index.ts';
import { errorAt, type Refusal } from '../../../kernel/outcome.ts';
import { Form } from '../../../platform/form.tsx';
import { valueOf, type Form as Fields, type FormSeal } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';
import { paths } from '../paths.ts';
import { tokenDays, tokenScopes } from '../rules.ts';
import type { ApiToken } from '../token-store.ts';

export type TokensProps = { readonly words: Words; readonly seal: FormSeal; readonly tokens: readonly ApiToken[]; readonly form: Fields; readonly errors: readonly Refusal[] };

export function TokensPage({ words, seal, tokens, form, errors }: TokensProps) {
  const said = words.accounts.tokens;
  return (
    <>
      <h1 class="govuk-heading-l">{said.title}</h1>
      <p class="govuk-body">{said.lead} <a class="govuk-link" href="/api/openapi.json">{said.description}</a></p>
      {tokens.length === 0 ? <p class="govuk-body">{said.none}</p> : (
        <Table caption={said.live} captionHidden narrow="stack" rows={tokens} columns={[
          { title: said.name, cell: ({ name }: ApiToken) => name, rowHeader: true },
          { title: said.scope, cell: ({ scope }: ApiToken) => said.scopes[scope] },
          { title: said.ends, cell: ({ endsAt }: ApiToken) => words.accounts.day(endsAt) },
          { title: said.used, cell: ({ lastUsedAt }: ApiToken) => (lastUsedAt ? words.accounts.day(lastUsedAt) : said.never) },
          { title: said.end, cell: ({ id, name }: ApiToken) => (
            <Form action={paths.tokenEnd(id)} seal={seal}>
              <Button variant="secondary">{said.end}<span class="govuk-visually-hidden"> {said.of(name)}</span></Button>
            </Form>
          ) },
        ]} />
      )}
      <h2 class="govuk-heading-m">{said.make}</h2>
      <Form action={paths.tokens} seal={seal}>
        <Input name="name" label={said.name} hint={said.nameHint} value={valueOf(form, 'name')} error={errorAt(words, errors, 'name')} />
        <Radios name="scope" legend={said.scope} legendSize="s" value={valueOf(form, 'scope')} error={errorAt(words, errors, 'scope')}
          items={tokenScopes.map((scope) => ({ value: scope, text: said.scopes[scope] }))} />
        <Input name="days" label={said.days} hint={said.daysHint(tokenDays.most)} value={valueOf(form, 'days') || String(tokenDays.usual)} error={errorAt(words, errors, 'days')} inputmode="numeric" />
        <Button>{said.make}</Button>
      </Form>
    </>
  );
}

/** The one time that a token is shown. */
export function NewTokenPage({ words, token, name }: { readonly words: Words; readonly token: string; readonly name: string }) {
  const said = words.accounts.tokens;
  return (
    <>
      <h1 class="govuk-heading-l">{said.made}</h1>
      <WarningText>{said.once}</WarningText>
      <Input name="token" label={name} value={token} />
      <p class="govuk-body">{said.how}</p>
      <p class="govuk-body"><a class="govuk-link" href={paths.tokens}>{said.back}</a></p>
    </>
  );
}
