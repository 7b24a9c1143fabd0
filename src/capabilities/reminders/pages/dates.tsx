import { Button, Table, Tag } from '../../../govuk/index.ts';
import { daysBetween, type Day } from '../../../kernel/year.ts';
import { Form } from '../../../platform/form.tsx';
import type { Post } from '../../../platform/mail.ts';
import type { FormSeal } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';
import { hrefOf } from '../letters.ts';
import { paths } from '../paths.ts';
import { remindersOf } from '../rules.ts';
import type { DueItem } from '../store.ts';

export type DatesProps = {
  readonly words: Words; readonly seal: FormSeal; readonly org: string; readonly organisation: string; readonly today: Day;
  readonly items: readonly DueItem[]; readonly all: boolean; readonly lettersBy: Post['by'] | undefined;
  readonly feeds: { readonly own: boolean; readonly body: boolean }; readonly mayHave: { readonly own: boolean; readonly body: boolean };
};

export function DatesPage(props: DatesProps) {
  const { words, items } = props;
  const said = words.reminders;
  return (
    <>
      <h1 class="govuk-heading-l">{said.heading}</h1>
      {items.length === 0 ? <p class="govuk-body">{said.none}</p> : <Due {...props} />}
      <Choice {...props} />
      {props.mayHave.own && (
        <>
          <h2 class="govuk-heading-m">{said.calendar.heading}</h2>
          <p class="govuk-body">{said.calendar.intro}</p>
          <Calendar {...props} whose="own" />
        </>
      )}
      {props.mayHave.body && <Calendar {...props} whose="body" />}
    </>
  );
}

function Due({ words, org, today, items }: DatesProps) {
  const said = words.reminders;
  const next = (item: DueItem) => {
    const all = remindersOf(item);
    const coming = all.find(({ day }) => day > today);
    if (all.length === 0) return said.noReminder;
    return coming ? said.nextReminder(coming.day, coming.plan.roles.map((role) => words.site.roles[role])) : said.allSent;
  };
  return (
    <Table caption={said.caption} captionHidden narrow="stack" rows={items} columns={[
      { title: said.what, rowHeader: true, cell: ({ kind, about, title, year }: DueItem) => <a class="govuk-link govuk-!-text-break-word" href={hrefOf(kind, org, about)}>{said.names[kind](title, year)}</a> },
      { title: said.when, cell: ({ dueOn }) => said.day(dueOn) },
      { title: said.state, cell: ({ dueOn }) => <Tag colour={dueOn < today ? 'red' : 'blue'}>{said.standing(daysBetween(today, dueOn))}</Tag> },
      { title: said.reminded, cell: next },
    ]} />
  );
}

function Choice({ words, seal, org, all, lettersBy }: DatesProps) {
  const said = words.reminders.choice;
  return (
    <>
      <h2 class="govuk-heading-m">{said.heading}</h2>
      {lettersBy === undefined && <p class="govuk-body">{said.noLetters}</p>}
      {lettersBy === 'demonstration' && <p class="govuk-body">{words.reminders.letters.by.demonstration} <a class="govuk-link" href={paths.shown}>{words.reminders.shown.link}</a></p>}
      <p class="govuk-body">{all ? said.on : said.off} {said.hint}</p>
      <Form action={paths.choice(org)} seal={seal}>
        <Button variant="secondary" name="reminders" value={all ? 'needed' : 'all'} preventDoubleClick>{all ? said.turnOff : said.turnOn}</Button>
      </Form>
    </>
  );
}

function Calendar({ words, seal, org, organisation, feeds, whose }: DatesProps & { readonly whose: 'own' | 'body' }) {
  const said = words.reminders.calendar;
  const about = whose === 'own' ? said.own : { ...said.body, heading: said.body.heading(organisation) };
  return (
    <>
      <h3 class="govuk-heading-s">{about.heading}</h3>
      <p class="govuk-body">{about.about} {feeds[whose] ? about.some : about.none}</p>
      <Form action={paths.calendar(org, whose)} seal={seal}>
        <Button variant="secondary" preventDoubleClick>{feeds[whose] ? said.renew[whose] : said.make[whose]}</Button>
      </Form>
      {feeds[whose] && <Form action={paths.calendarEnd(org, whose)} seal={seal}><Button variant="secondary" preventDoubleClick>{said.end[whose]}</Button></Form>}
    </>
  );
}
