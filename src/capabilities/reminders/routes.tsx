import { permitFor } from '../../kernel/access.ts';
import { isId } from '../../kernel/id.ts';
import { dayIn } from '../../kernel/year.ts';
import type { Post } from '../../platform/mail.ts';
import { page, redirect, routes, valueOf, type Answer, type MemberVisit, type OpenVisit, type Route } from '../../platform/route.ts';
import { organisationPaths, peopleOf, type NextStep } from '../organisations/index.ts';
import { access } from './access.ts';
import { forms, readDates, readLetters, shapes } from './api.ts';
import { feedRoute } from './feed.tsx';
import { dayOfLetter, letterOf } from './letters.ts';
import { CalendarPage } from './pages/calendar.tsx';
import { DatesPage } from './pages/dates.tsx';
import { LettersPage, ShownPage } from './pages/letters.tsx';
import { paths, patterns } from './paths.ts';
import { kindsFor } from './rules.ts';
import { chooseReminders, dueItems, endFeed, feedsOf, givenUp, letterCounts, makeFeed, queueTest, sendAgain, shownLetters, wantsAll } from './store.ts';

/** By which way letters leave; undefined when none is set up. */
export type ReminderOptions = { readonly lettersBy: Post['by'] | undefined };

/** What is due at a body, who is reminded of it, and the calendars that show it. */
export function reminderRoutes({ lettersBy }: ReminderOptions): readonly Route[] {
  const calendar = (whose: 'own' | 'body') => {
    const rule = whose === 'own' ? access.calendar : access.bodyCalendar;
    return routes(
      { method: 'POST', path: whose === 'own' ? patterns.calendar : patterns.bodyCalendar, form: forms.calendar, access: rule, handle: (visit: MemberVisit) => giveCalendar(visit, whose) },
      { method: 'POST', path: whose === 'own' ? patterns.calendarEnd : patterns.bodyCalendarEnd, form: forms.calendarEnd, access: rule, handle: (visit: MemberVisit) => endCalendar(visit, whose) },
    );
  };
  return [
    ...routes(
      { method: 'GET', path: patterns.dates, data: { shape: shapes.dates, read: readDates }, access: access.read, handle: (visit: MemberVisit) => showDates(visit, lettersBy) },
      { method: 'POST', path: patterns.choice, form: forms.choice, access: access.read, handle: (visit: MemberVisit) => choose(visit) },
      { method: 'GET', path: patterns.letters, data: { shape: shapes.letters, read: readLetters }, access: access.letters, handle: (visit: MemberVisit) => showLetters(visit, lettersBy) },
      { method: 'POST', path: patterns.letters, form: forms.test, access: access.letters, handle: (visit: MemberVisit) => sendTest(visit) },
      { method: 'POST', path: patterns.letter, form: forms.again, access: access.letters, handle: (visit: MemberVisit) => again(visit) },
    ),
    ...calendar('own'), ...calendar('body'), feedRoute,
    ...(lettersBy === 'demonstration' ? routes({ method: 'GET', path: patterns.shown, data: { without: 'demonstration' }, access: access.shown, handle: showLettersOfExample }) : []),
  ];
}

/** An administrator is told when letters could not be sent. */
export const lettersGivenUp: NextStep = async ({ tx, organisation, roles }) => {
  if (!roles.includes('administrator')) return undefined;
  const { givenUp: count } = await letterCounts(tx, organisation.id);
  return count === 0 ? undefined : { text: (words) => words.reminders.letters.trouble(count), href: paths.letters(organisation.shortName) };
};

async function showDates(visit: MemberVisit, lettersBy: Post['by'] | undefined): Promise<Answer> {
  const { tx, words, seal, organisation, permit, visitor, today } = visit;
  const body = (
    <DatesPage words={words} seal={seal} org={organisation.shortName} organisation={organisation.name} today={today} lettersBy={lettersBy}
      items={await dueItems(tx, organisation.id, today, kindsFor(permit.roles))} all={await wantsAll(tx, organisation.id, permit.personId)}
      feeds={await feedsOf(tx, organisation.id, permit.personId)} mayHave={{ own: permitFor(access.calendar, visitor, [permit]) !== undefined, body: permitFor(access.bodyCalendar, visitor, [permit]) !== undefined }} />
  );
  return page(words.reminders.title(organisation.name), body, trailOf(visit));
}

async function choose({ tx, form, organisation, permit, newId }: MemberVisit): Promise<Answer> {
  await chooseReminders(tx, { orgId: organisation.id, id: newId(), personId: permit.personId }, valueOf(form, 'reminders') !== 'needed');
  return redirect(paths.dates(organisation.shortName), 'remindersChosen');
}

/** The answer is the page itself, not a redirect, so that the secret stands in no address of ours. */
async function giveCalendar(visit: MemberVisit, whose: 'own' | 'body'): Promise<Answer> {
  const { tx, words, organisation, permit, newId } = visit;
  const token = await makeFeed(tx, { orgId: organisation.id, id: newId(), personId: whose === 'own' ? permit.personId : null });
  const address = `${visit.address}${paths.feed(token)}`;
  const title = whose === 'own' ? words.reminders.calendar.made.own : words.reminders.calendar.made.body(organisation.name);
  return page(title, <CalendarPage words={words} org={organisation.shortName} title={title} address={address} />, { ...trailOf(visit), data: { address } });
}

async function endCalendar({ tx, organisation, permit }: MemberVisit, whose: 'own' | 'body'): Promise<Answer> {
  await endFeed(tx, { orgId: organisation.id, personId: whose === 'own' ? permit.personId : null });
  return redirect(paths.dates(organisation.shortName), 'calendarEnded');
}

async function showLetters(visit: MemberVisit, lettersBy: Post['by'] | undefined): Promise<Answer> {
  const { tx, words, seal, organisation } = visit;
  const names = new Map((await peopleOf(tx, organisation.id)).map(({ id, name }) => [id, name]));
  const unsent = (await givenUp(tx, organisation.id)).map((letter) => ({ ...letter, person: names.get(letter.personId) }));
  const body = <LettersPage words={words} seal={seal} org={organisation.shortName} by={lettersBy} counts={await letterCounts(tx, organisation.id)} unsent={unsent} />;
  return page(words.reminders.letters.title(organisation.name), body, trailOf(visit));
}

async function sendTest({ tx, organisation, permit, newId }: MemberVisit): Promise<Answer> {
  await queueTest(tx, { orgId: organisation.id, id: newId(), personId: permit.personId });
  return redirect(paths.letters(organisation.shortName), 'testQueued');
}

/** A second press finds it waiting already, and says the same. */
async function again({ tx, organisation, params }: MemberVisit): Promise<Answer> {
  const id = params['id'] ?? '';
  if (isId(id)) await sendAgain(tx, id);
  return redirect(paths.letters(organisation.shortName), 'letterAgain');
}

async function showLettersOfExample({ tx, words, today, address }: OpenVisit): Promise<Answer> {
  const letters = (await shownLetters(tx, today))
    .map((letter) => ({ ...letter, ...letterOf(words, address, letter, letter.to), day: dayOfLetter(letter) ?? dayIn(letter.sentAt) }))
    .sort((a, b) => b.day.localeCompare(a.day) || a.subject.localeCompare(b.subject) || a.to.email.localeCompare(b.to.email));
  return page(words.reminders.shown.title, <ShownPage words={words} letters={letters} />);
}

function trailOf({ organisation }: MemberVisit) {
  return { breadcrumbs: [{ text: organisation.name, href: organisationPaths.organisation(organisation.shortName) }] };
}
