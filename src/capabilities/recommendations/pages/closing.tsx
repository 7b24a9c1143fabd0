import { Button, CharacterCount } from '../../../govuk/index.ts';
import { errorAt, type Refusal } from '../../../kernel/outcome.ts';
import { Form } from '../../../platform/form.tsx';
import type { FormSeal } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';
import { limits, type State } from '../rules.ts';

type ClosingProps = {
  readonly words: Words; readonly seal: FormSeal; readonly refusals: readonly Refusal[];
  /** The address of what is closed: each step is a form below it. */
  readonly at: string;
  readonly state: State; readonly version: number;
  readonly filled: { readonly outcome: string; readonly reason: string };
  /** May write what was done. */
  readonly writes: boolean;
  /** May answer a closure that somebody proposed: "own proposal" may not. */
  readonly confirms: 'yes' | 'own proposal' | 'no';
};

/** The step that the state allows next, for those who may take it. */
export function Closing(props: ClosingProps) {
  const { words, state, writes } = props;
  const said = words.recommendations.closing;
  if (state !== 'proposed') return writes ? <Grounds {...props} /> : null;
  return (
    <>
      <h2 class="govuk-heading-m">{said.heading}</h2>
      <p class="govuk-body">{said.proposed}</p>
      <Answer {...props} />
    </>
  );
}

function Answer({ words, at, seal, version, confirms }: ClosingProps) {
  const said = words.recommendations.closing;
  return (
    <>
      {confirms === 'yes' && <Form action={`${at}/confirmation`} seal={seal} version={version}><Button preventDoubleClick>{said.confirm}</Button></Form>}
      {confirms !== 'yes' && <p class="govuk-body">{confirms === 'own proposal' ? said.ownProposal : said.waitForOthers}</p>}
      {confirms !== 'no' && <Form action={`${at}/return`} seal={seal} version={version}><Button variant="secondary" preventDoubleClick>{said.return}</Button></Form>}
    </>
  );
}

/** What a closure, or opening it again, rests on. */
function Grounds({ words, at, seal, refusals, filled, state, version }: ClosingProps) {
  const said = words.recommendations.closing;
  const [name, label, button, action] = state === 'closed' ? ['reason', said.reason, said.reopen, 'reopening'] as const : ['outcome', said.outcome, said.propose, 'closure'] as const;
  return (
    <Form action={`${at}/${action}`} seal={seal} version={version}>
      <h2 class="govuk-heading-m">{said.heading}</h2>
      <CharacterCount name={name} label={label} hint={state === 'open' ? said.proposeHint : words.moderation.statements.never} maxlength={limits.text} countType="characters" threshold={75}
        value={filled[name]} error={errorAt(words, refusals, name)} />
      <Button variant={state === 'closed' ? 'secondary' : undefined} preventDoubleClick>{button}</Button>
    </Form>
  );
}
