import { isId, type Id } from '../../kernel/id.ts';
import type { Refusal } from '../../kernel/outcome.ts';
import { conflictPage, notFoundPage, page, refusedPage, valueOf, type Answer, type MemberVisit } from '../../platform/route.ts';
import { organisationPaths } from '../organisations/index.ts';
import type { Corrected } from './corrections-store.ts';
import type { Decider } from './deciding.ts';
import { paths } from './paths.ts';
import { bookingOf, type BookingLine, type Turned } from './store.ts';

export async function withBooking(visit: MemberVisit, work: (booking: BookingLine) => Promise<Answer>): Promise<Answer> {
  const id = visit.params['booking'] ?? '';
  const booking = isId(id) ? await bookingOf(visit.tx, { orgId: visit.organisation.id, id }) : undefined;
  return booking ? work(booking) : missing(visit);
}

export function deciderOf({ tx, organisation, permit, today, newId }: MemberVisit): Decider {
  return { tx, orgId: organisation.id, personId: permit.personId, today, newId };
}

/** Whether somebody took a booking in, corrected it or turned a key of it: they hear no review of it. */
export function tookPart(personId: Id, { createdBy }: BookingLine, keys: readonly Turned[], corrections: readonly Corrected[]): boolean {
  return createdBy === personId || keys.some((key) => key.personId === personId) || corrections.some(({ by }) => by === personId);
}

export function versionIn({ form }: MemberVisit): number {
  const written = valueOf(form, 'version');
  return /^\d{1,9}$/.test(written) ? Number(written) : 0;
}

export function missing({ words }: MemberVisit): Answer {
  const { title, sentence } = words.venueHire.missing;
  return notFoundPage(title, <><h1 class="govuk-heading-l">{title}</h1><p class="govuk-body">{sentence}</p></>);
}

/** Reads nothing: after the database's refusal the transaction answers nothing more. */
export function movedOn(visit: MemberVisit, href: string): Answer {
  const { title, sentence, link } = visit.words.venueHire.conflict;
  return conflictPage(title, (
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{sentence}</p>
      <p class="govuk-body"><a class="govuk-link" href={href}>{link}</a></p>
    </>
  ), trailOf(visit));
}

export function answered(visit: MemberVisit, title: string, body: Parameters<typeof page>[1], refusals: readonly Refusal[], below = true): Answer {
  return refusals.length === 0 ? page(title, body, trailOf(visit, below)) : refusedPage(title, body, refusals, trailOf(visit, below));
}

function trailOf({ organisation, words }: MemberVisit, below = true) {
  const home = { text: organisation.name, href: organisationPaths.organisation(organisation.shortName) };
  return { breadcrumbs: below ? [home, { text: words.venueHire.link, href: paths.bookings(organisation.shortName) }] : [home] };
}
