import { Button, CharacterCount } from '../../../govuk/index.ts';
import { errorAt } from '../../../kernel/outcome.ts';
import { Form } from '../../../platform/form.tsx';
import { paths } from '../paths.ts';
import { limits } from '../rules.ts';
import type { ItemProps } from './item.tsx';

/** The step that the state allows next, for those who may take it. */
export function Closing(props: ItemProps) {
  const { words, followUp, writes } = props;
  const said = words.recommendations.closing;
  if (followUp.state !== 'proposed') return writes ? <Grounds {...props} /> : null;
  return (
    <>
      <h2 class="govuk-heading-m">{said.heading}</h2>
      <p class="govuk-body">{said.proposed}</p>
      <Answer {...props} />
    </>
  );
}

function Answer({ words, org, seal, recommendation: { id }, followUp: { version }, confirms }: ItemProps) {
  const said = words.recommendations.closing;
  return (
    <>
      {confirms === 'yes' && <Form action={`${paths.item(org, id)}/confirmation`} seal={seal} version={version}><Button preventDoubleClick>{said.confirm}</Button></Form>}
      {confirms !== 'yes' && <p class="govuk-body">{confirms === 'own proposal' ? said.ownProposal : said.waitForOthers}</p>}
      {confirms !== 'no' && <Form action={`${paths.item(org, id)}/return`} seal={seal} version={version}><Button variant="secondary" preventDoubleClick>{said.return}</Button></Form>}
    </>
  );
}

/** What a closure, or opening it again, rests on. */
function Grounds({ words, org, seal, refusals, filled, recommendation: { id }, followUp: { state, version } }: ItemProps) {
  const said = words.recommendations.closing;
  const [name, label, button, action] = state === 'closed' ? ['reason', said.reason, said.reopen, 'reopening'] as const : ['outcome', said.outcome, said.propose, 'closure'] as const;
  return (
    <Form action={`${paths.item(org, id)}/${action}`} seal={seal} version={version}>
      <h2 class="govuk-heading-m">{said.heading}</h2>
      <CharacterCount name={name} label={label} hint={state === 'open' ? said.proposeHint : words.moderation.statements.never} maxlength={limits.text} countType="characters" threshold={75}
        value={filled[name]} error={errorAt(words, refusals, name)} />
      <Button variant={state === 'closed' ? 'secondary' : undefined} preventDoubleClick>{button}</Button>
    </Form>
  );
}
