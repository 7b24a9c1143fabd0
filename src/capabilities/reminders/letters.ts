import * as z from 'zod';
import type { Letter } from '../../platform/mail.ts';
import type { Recipient } from '../../platform/outbox.ts';
import type { Words } from '../../words/index.ts';
import { channelPaths } from '../channel/index.ts';
import { committeePaths } from '../committees/index.ts';
import { recommendationPaths } from '../recommendations/index.ts';
import { riskLogPaths } from '../risk-log/index.ts';
import { venuePaths } from '../venue-hire/index.ts';
import { paths } from './paths.ts';
import { itemKinds, type ItemKind } from './rules.ts';

type Text = Pick<Letter, 'subject' | 'text'>;

/** What a letter is made of, as the outbox holds it (migrations/0023-mail.sql). */
const reminderFacts = z.object({ items: z.array(z.object({ kind: z.enum(itemKinds), about: z.string(), title: z.string(), year: z.string(), due_on: z.string(), day: z.string() })).min(1) });
const digestFacts = z.object({ monday: z.string(), bodies: z.number(), overdue: z.number(), soon: z.number(), lines: z.array(z.object({ name: z.string(), overdue: z.number(), soon: z.number() })) });

/** A letter in words. @param address the site's, which its links begin with. @throws when the outbox holds what no letter is made of */
export function letterOf(words: Words, address: string, { kind, facts }: { readonly kind: string; readonly facts: unknown }, to: Recipient): Text {
  const said = words.reminders.letter;
  const { subject, text } = kind === 'test' ? { subject: said.test.subject, text: [said.test.text(to.organisation)] }
    : kind === 'digest' ? digestOf(words, address, digestFacts.parse(facts), to)
      : reminderOf(words, address, reminderFacts.parse(facts), to);
  const ending = [said.why(to.organisation), `${address}${paths.dates(to.shortName)}`, ...(to.invented ? [said.invented(to.organisation)] : [])];
  return { subject: subject.replace(/\s+/g, ' '), text: [...text, ending.join('\n')].join('\n\n').concat('\n') };
}

/** The day that a letter is for; undefined for one that is for none. */
export function dayOfLetter({ kind, facts }: { readonly kind: string; readonly facts: unknown }): string | undefined {
  if (kind === 'digest') return digestFacts.parse(facts).monday;
  return kind === 'reminder' ? reminderFacts.parse(facts).items.map(({ day }) => day).toSorted().at(-1) : undefined;
}

function reminderOf(words: Words, address: string, { items }: z.infer<typeof reminderFacts>, { organisation, shortName }: Recipient) {
  const said = words.reminders.letter;
  const lines = items.map(({ kind, about, title, year, due_on: dueOn, day }) => {
    const what = words.reminders.names[kind](title, year);
    return { line: day > dueOn ? said.overdue(what, dueOn) : said.due(what, dueOn), href: `${address}${hrefOf(kind, shortName, about)}` };
  });
  const [first, ...more] = lines;
  const subject = first && more.length === 0 ? said.subjectOfOne(organisation, first.line) : said.subject(organisation, lines.length);
  return { subject, text: [said.opening(organisation, lines.length), ...lines.map(({ line, href }) => `${line}\n${href}`)] };
}

function digestOf(words: Words, address: string, { monday, bodies, overdue, soon, lines }: z.infer<typeof digestFacts>, { organisation, shortName }: Recipient) {
  const said = words.reminders.letter.digest;
  const listed = lines.map((line) => said.line(line.name, line.overdue, line.soon));
  const rest = bodies > lines.length ? [said.more(bodies - lines.length)] : [];
  return { subject: said.subject(organisation, overdue, soon), text: [said.opening(organisation, monday), [...listed, ...rest].join('\n'), `${address}/organisations/${shortName}`] };
}

/** Where a thing that is due is looked after. */
export function hrefOf(kind: ItemKind, org: string, about: string): string {
  switch (kind) {
    case 'booking': return venuePaths.booking(org, about);
    case 'filtering': return venuePaths.site(org, about);
    case 'partner_check': return venuePaths.partners(org);
    case 'return': return riskLogPaths.returns(org);
    case 'recommendation': return recommendationPaths.item(org, about);
    case 'panel_meeting': return channelPaths.meeting(org, about);
    case 'statement': return channelPaths.statement(org, about);
    case 'agreement': case 'training': return channelPaths.panel(org);
    case 'paper': case 'meeting': return committeePaths.list(org);
  }
}
