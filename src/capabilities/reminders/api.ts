import * as z from 'zod';
import { mailFailures } from '../../kernel/mail.ts';
import { json, type Answer, type MemberVisit } from '../../platform/route.ts';
import { choice, formOf, noFields, said } from '../../platform/shape.ts';
import { itemKinds, kindsFor } from './rules.ts';
import { dueItems, feedsOf, givenUp, letterCounts, wantsAll, type DueItem } from './store.ts';

/** What the forms of reminders, calendars and letters hold. */
export const forms = {
  choice: formOf({ reminders: choice('reminders', ['all', 'needed']) }),
  calendar: { ...noFields, answers: z.strictObject({ address: z.string().meta({ examples: ['https://dueregard.example.gov.uk/calendars/…'] }) }) },
  calendarEnd: noFields,
  test: noFields,
  again: noFields,
};

export const shapes = {
  dates: z.strictObject({
    due: z.array(z.strictObject({ kind: z.enum(itemKinds), about: z.string().meta({ examples: ['01980f5e-7c3a-7b44-9a51-3f0e6f6d2c11'] }), title: said.text, year: said.year, due_on: said.day })),
    reminders: z.enum(['all', 'needed']), calendars: z.strictObject({ own: z.boolean(), body: z.boolean() }),
  }),
  letters: z.strictObject({
    sent: said.count, waiting: said.count, failing: said.count,
    given_up: z.array(z.strictObject({ id: said.id, person: said.id, kind: z.string().meta({ examples: ['reminder'] }), given_up_at: said.moment, failure: z.enum(mailFailures) })),
  }),
};

export async function readDates({ tx, organisation, permit, today }: MemberVisit): Promise<Answer> {
  return json(shapes.dates, {
    due: (await dueItems(tx, organisation.id, today, kindsFor(permit.roles))).map(saidItem),
    reminders: (await wantsAll(tx, organisation.id, permit.personId)) ? 'all' : 'needed',
    calendars: await feedsOf(tx, organisation.id, permit.personId),
  });
}

export async function readLetters({ tx, organisation }: MemberVisit): Promise<Answer> {
  const { sent, waiting, failing } = await letterCounts(tx, organisation.id);
  return json(shapes.letters, {
    sent, waiting, failing,
    given_up: (await givenUp(tx, organisation.id)).map(({ id, personId, kind, givenUpAt, failure }) => ({ id, person: personId, kind, given_up_at: givenUpAt.toISOString(), failure })),
  });
}

function saidItem({ kind, about, title, year, dueOn }: DueItem) {
  return { kind, about, title, year, due_on: dueOn };
}
