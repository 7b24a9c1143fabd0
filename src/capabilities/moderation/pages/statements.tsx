import { Button, InsetText } from '../../../govuk/index.ts';
import { Form } from '../../../platform/form.tsx';
import type { FormSeal } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';
import type { Edition } from '../../frameworks/index.ts';
import type { StatementKind } from '../findings.ts';
import { Conflict, StatementFields, type StatementFormProps } from './forms.tsx';
import { StatementList, type ShownStatement } from './parts.tsx';

/** All strengths or all recommendations, with the form for another. */
export function StatementsPage({ words, kind, edition, statements, notice, findingsPath, changePath, form }: {
  readonly words: Words; readonly kind: StatementKind; readonly edition: Edition; readonly statements: readonly ShownStatement[]; readonly notice: string | undefined;
  readonly findingsPath: string; readonly changePath: (id: string) => string; readonly form: StatementFormProps;
}) {
  const said = words.moderation.statements;
  const changeLink = ({ id }: ShownStatement, index: number) => (
    <p class="govuk-body-s"><a class="govuk-link" href={changePath(id)}>{words.moderation.findings.change}<span class="govuk-visually-hidden"> {said.change(index + 1)}</span></a></p>
  );
  return (
    <>
      <h1 class="govuk-heading-l">{said[kind].plural}</h1>
      {notice !== undefined && <InsetText>{notice}</InsetText>}
      <StatementList words={words} edition={edition} none={said[kind].none} statements={statements} after={changeLink} />
      <h2 class="govuk-heading-m">{said[kind].addHeading}</h2>
      <StatementFields {...form} />
      <p class="govuk-body"><a class="govuk-link" href={findingsPath}>{said.back}</a></p>
    </>
  );
}

/** One strength or recommendation: changed with the first form, taken away with the second. */
export function StatementPage({ words, kind, theirs, form, removal }: {
  readonly words: Words; readonly kind: StatementKind; readonly theirs: string | undefined; readonly form: StatementFormProps;
  readonly removal: { readonly action: string; readonly seal: FormSeal; readonly version: number };
}) {
  const said = words.moderation.statements[kind];
  return (
    <>
      <h1 class="govuk-heading-l">{theirs === undefined ? said.changeTitle : words.moderation.conflict.title}</h1>
      {theirs !== undefined && <Conflict words={words} theirs={theirs} />}
      <StatementFields {...form} />
      <Form action={removal.action} seal={removal.seal} version={removal.version}><Button variant="warning" preventDoubleClick>{said.remove}</Button></Form>
    </>
  );
}
