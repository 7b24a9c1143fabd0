import { Button, CharacterCount, DateInput, Input, Radios, Tag } from '../../../govuk/index.ts';
import { markings } from '../../../kernel/marking.ts';
import { errorAt, type Refusal } from '../../../kernel/outcome.ts';
import { Form } from '../../../platform/form.tsx';
import type { FormSeal } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';
import { limits } from '../rules.ts';
import { contacts, type VisitForm, type VisitNote } from '../rules-visit.ts';
import { WrittenText } from './parts.tsx';

type Writing = { readonly seal: FormSeal; readonly action: string; readonly sharePath: (id: string) => string; readonly fields: VisitForm; readonly refusals: readonly Refusal[] };

type VisitsProps = { readonly words: Words; readonly organisation: string; readonly notes: readonly VisitNote[]; readonly written: (moment: Date) => string; readonly writing: Writing | undefined };

/** The adviser's notes of a body's year; the body reads those that were shared. */
export function VisitsPage(props: VisitsProps) {
  const { words, organisation, notes, writing } = props;
  const said = words.moderation.visits;
  return (
    <>
      <span class="govuk-caption-l">{organisation}</span>
      <h1 class="govuk-heading-l">{said.title}</h1>
      <p class="govuk-body">{writing ? said.intro : said.introBody}</p>
      {notes.length === 0 ? <p class="govuk-body">{writing ? said.none : said.noneShared}</p> : notes.map((note) => <Note {...props} note={note} />)}
      {writing && <VisitFields words={words} writing={writing} />}
    </>
  );
}

function Note({ words, written, writing, note: { id, contact, datedOn, byRole, text, marking, sharedAt } }: VisitsProps & { readonly note: VisitNote }) {
  const said = words.moderation.visits;
  return (
    <section>
      <h2 class="govuk-heading-m">{said.entry(said.contacts[contact], datedOn)}</h2>
      <p class="govuk-body-s">{byRole}{' '}<Tag colour={sharedAt ? 'blue' : 'grey'}>{sharedAt ? said.shared(written(sharedAt)) : said.notShared}</Tag>{marking === 'OFFICIAL-SENSITIVE' && <>{' '}<Tag colour="orange" classes="dr-nowrap">{marking}</Tag></>}</p>
      <WrittenText text={text} />
      {writing && !sharedAt && <Form action={writing.sharePath(id)} seal={writing.seal}><Button variant="secondary" preventDoubleClick>{said.share}<span class="govuk-visually-hidden">: {said.entry(said.contacts[contact], datedOn)}</span></Button></Form>}
    </section>
  );
}

function VisitFields({ words, writing: { seal, action, fields, refusals } }: { readonly words: Words; readonly writing: Writing }) {
  const said = words.moderation.visits;
  return (
    <Form action={action} seal={seal}>
      <h2 class="govuk-heading-m">{said.add}</h2>
      <Radios name="contact" legend={said.contact} inline small value={fields.contact} error={errorAt(words, refusals, 'contact')} items={contacts.map((contact) => ({ value: contact, text: said.contacts[contact] }))} />
      <DateInput id="dated" namePrefix="dated" legend={said.dated} hint={words.recommendations.progress.datedHint} value={fields.dated} error={errorAt(words, refusals, 'dated-day')} />
      <Input name="role" label={said.role} hint={said.roleHint} value={fields.byRole} error={errorAt(words, refusals, 'role')} width={30} />
      <CharacterCount name="text" label={said.text} hint={words.moderation.statements.never} maxlength={limits.text} countType="characters" threshold={75} value={fields.text} error={errorAt(words, refusals, 'text')} />
      <Radios name="marking" legend={words.moderation.statements.marking} inline small value={fields.marking} error={errorAt(words, refusals, 'marking')} items={markings.map((marking) => ({ value: marking, text: marking }))} />
      <Button preventDoubleClick>{said.save}</Button>
    </Form>
  );
}
