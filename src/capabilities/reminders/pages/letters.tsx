import { Button, InsetText, SummaryList, Table } from '../../../govuk/index.ts';
import { Form } from '../../../platform/form.tsx';
import type { Post } from '../../../platform/mail.ts';
import type { FormSeal } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';
import { paths } from '../paths.ts';
import type { LetterCounts, ShownLetter, Unsent } from '../store.ts';

export type LettersProps = {
  readonly words: Words; readonly seal: FormSeal; readonly org: string; readonly by: Post['by'] | undefined;
  readonly counts: LetterCounts; readonly unsent: readonly (Unsent & { readonly person: string | undefined })[];
};

/** Whether a body's letters leave, for its administrators. */
export function LettersPage({ words, seal, org, by, counts, unsent }: LettersProps) {
  const said = words.reminders.letters;
  return (
    <>
      <h1 class="govuk-heading-l">{said.heading}</h1>
      <p class="govuk-body">{said.by[by ?? 'none']}{by === 'demonstration' && <> <a class="govuk-link" href={paths.shown}>{words.reminders.shown.link}</a></>}</p>
      {by !== undefined && <Form action={paths.letters(org)} seal={seal}><p class="govuk-body">{said.testHint}</p><Button variant="secondary" preventDoubleClick>{said.test}</Button></Form>}
      <h2 class="govuk-heading-m">{said.counts}</h2>
      <SummaryList rows={[
        { key: said.sent, value: String(counts.sent) }, { key: said.waiting, value: String(counts.waiting) },
        { key: said.failing, value: String(counts.failing) }, { key: said.givenUpCount, value: String(counts.givenUp) },
      ]} />
      <h2 class="govuk-heading-m">{said.givenUp}</h2>
      {unsent.length === 0 ? <p class="govuk-body">{said.none}</p> : (
        <Table caption={said.givenUp} captionHidden narrow="stack" rows={unsent} columns={[
          { title: said.to, rowHeader: true, cell: ({ person }: LettersProps['unsent'][number]) => person ?? said.someone },
          { title: said.kind, cell: ({ kind }) => said.kinds[kind] ?? kind },
          { title: said.when, cell: ({ givenUpAt }) => words.reminders.moment(givenUpAt) },
          { title: said.why, cell: ({ failure }) => said.failures[failure] },
          { title: said.again, cell: ({ id, person }) => <Form action={paths.letter(org, id)} seal={seal}><Button variant="secondary" preventDoubleClick>{said.again}<span class="govuk-visually-hidden">{said.againTo(person ?? said.someone)}</span></Button></Form> },
        ]} />
      )}
    </>
  );
}

export type ShownText = Pick<ShownLetter, 'to'> & { readonly day: string; readonly subject: string; readonly text: string };

/** What the people of the examples would have been sent. */
export function ShownPage({ words, letters }: { readonly words: Words; readonly letters: readonly ShownText[] }) {
  const said = words.reminders.shown;
  return (
    <>
      <h1 class="govuk-heading-l">{said.title}</h1>
      <p class="govuk-body">{said.lead}</p>
      {letters.length === 0 && <p class="govuk-body">{said.none}</p>}
      {letters.map(({ subject, text, to, day }) => (
        <article>
          <h2 class="govuk-heading-m govuk-!-text-break-word">{subject}</h2>
          <p class="govuk-body">{said.to(to.person, to.email)}<br />{said.at(day)}</p>
          <InsetText>{text.trim().split('\n\n').map((paragraph) => <p class="govuk-body govuk-!-text-break-word">{paragraph.split('\n').map((line, at) => <>{at > 0 && <br />}{line}</>)}</p>)}</InsetText>
        </article>
      ))}
    </>
  );
}
