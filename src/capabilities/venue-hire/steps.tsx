import { isId } from '../../kernel/id.ts';
import type { Refusal } from '../../kernel/outcome.ts';
import { refusedText, tidied } from '../../kernel/text.ts';
import { redirect, valueOf, type Answer, type MemberVisit } from '../../platform/route.ts';
import { bookingPage, formIn } from './bookings.tsx';
import { correct, standsBecause } from './correcting.ts';
import { correctionsOf } from './corrections-store.ts';
import { decide, isRefusedStep, standingOf } from './deciding.ts';
import { answered, deciderOf, missing, movedOn, tookPart, versionIn, withBooking } from './opened.tsx';
import { CorrectionPage } from './pages/correction.tsx';
import { DecisionPage } from './pages/decision.tsx';
import { paths } from './paths.ts';
import { checksFrom, decideBy, limits, refusal, refusedPersonal, sentence, type Sentence } from './rules.ts';
import { withdrawals, type KeyForm } from './rules-keys.ts';
import { sitesOf } from './sites-store.ts';
import { answerAdvice, askAdvice, askCancellation, askReview, checksOf, hearReview, keysOf, saveChecks, withdraw, type BookingLine } from './store.ts';

/** Saves the checklist, as long as nobody has decided by it. */
export const saveChecklist = (visit: MemberVisit): Promise<Answer> => withBooking(visit, async (booking) => {
  const { tx, form, organisation: { id: orgId, shortName }, newId } = visit;
  const checks = checksFrom((item) => ({ found: valueOf(form, `found-${item}`), said: valueOf(form, `said-${item}`) }));
  if (!checks.accepted) return bookingPage(visit, booking, checks.refusals);
  return step(visit, booking, async () => {
    await saveChecks(tx, { orgId, id: booking.id }, checks.value, newId);
    return redirect(paths.booking(shortName, booking.id), 'saved');
  });
});

export const showDecision = (visit: MemberVisit): Promise<Answer> => withBooking(visit, (booking) => decisionPage(visit, booking, []));

/** Turns the key of whoever is signed in. */
export const turn = (visit: MemberVisit): Promise<Answer> => withBooking(visit, (booking) => step(visit, booking, async () => {
  const decided = await decide(deciderOf(visit), booking.id, keyFormIn(visit), valueOf(visit.form, 'side'));
  if (!decided) return missing(visit);
  return decided.accepted ? redirect(paths.booking(visit.organisation.shortName, booking.id), 'saved') : decisionPage(visit, booking, decided.refusals);
}));

export const askLegal = (visit: MemberVisit): Promise<Answer> => withBooking(visit, async (booking) => {
  const { tx, form, organisation: { id: orgId, shortName }, today, newId } = visit;
  const question = tidied(valueOf(form, 'question'));
  const refusals = asked('question', question, limits.said, 'noQuestion');
  if (refusals.length > 0) return bookingPage(visit, booking, refusals);
  await askAdvice(tx, { orgId, id: newId(), bookingId: booking.id }, question, today);
  return redirect(paths.booking(shortName, booking.id), 'saved');
});

export const answerLegal = (visit: MemberVisit): Promise<Answer> => withBooking(visit, async (booking) => {
  const { tx, form, params, organisation: { id: orgId, shortName }, today } = visit;
  const [id, answer] = [params['advice'] ?? '', tidied(valueOf(form, 'answer'))];
  const refusals = asked('answer', answer, limits.text, 'noAnswer');
  if (!isId(id)) return missing(visit);
  if (refusals.length > 0) return bookingPage(visit, booking, refusals);
  const saved = await answerAdvice(tx, { orgId, id, version: versionIn(visit) }, answer, today);
  return saved ? redirect(paths.booking(shortName, booking.id), 'saved') : movedOn(visit, paths.booking(shortName, booking.id));
});

export const recordWithdrawal = (visit: MemberVisit): Promise<Answer> => withBooking(visit, (booking) => step(visit, booking, async () => {
  const { tx, form, organisation: { id: orgId, shortName }, today } = visit;
  const when = withdrawals.find((one) => one === valueOf(form, 'when'));
  if (!when) return bookingPage(visit, booking, [refusal('when', 'noWithdrawal')]);
  if (today > booking.eventOn) return bookingPage(visit, booking, [refusal('when', 'eventIsPast')]);
  const saved = await withdraw(tx, { orgId, id: booking.id, version: versionIn(visit) }, when, today);
  return saved ? redirect(paths.booking(shortName, booking.id), 'saved') : movedOn(visit, paths.booking(shortName, booking.id));
}));

/** Opens the question whether what was approved is cancelled: two departments decide it. */
export const openCancellation = (visit: MemberVisit): Promise<Answer> => withBooking(visit, (booking) => step(visit, booking, async () => {
  const { tx, organisation: { id: orgId, shortName }, today } = visit;
  const href = paths.booking(shortName, booking.id);
  if (today > booking.eventOn) return bookingPage(visit, booking, [refusal('cancellation', 'eventIsPast')]);
  const saved = await askCancellation(tx, { orgId, id: booking.id, version: versionIn(visit) }, booking.round + 1, decideBy(today, booking.eventOn));
  return saved ? redirect(href, 'saved') : movedOn(visit, href);
}));

export const recordReview = (visit: MemberVisit): Promise<Answer> => withBooking(visit, (booking) => step(visit, booking, async () => {
  const { tx, form, organisation: { id: orgId, shortName }, today, newId } = visit;
  const said = tidied(valueOf(form, 'review_said'));
  const refusals = asked('review_said', said, limits.said, 'noReviewSaid');
  if (refusals.length > 0) return bookingPage(visit, booking, refusals);
  const added = await askReview(tx, { orgId, id: newId(), bookingId: booking.id, round: booking.round }, said, today);
  return added ? redirect(paths.booking(shortName, booking.id), 'saved') : bookingPage(visit, booking, [refusal('review_said', 'nothingToReview')]);
}));

/** A third person hears the review: nobody who turned a key, nor who took the booking in. */
export const hear = (visit: MemberVisit): Promise<Answer> => withBooking(visit, (booking) => step(visit, booking, async () => {
  const { tx, form, params, permit, organisation: { id: orgId, shortName }, today } = visit;
  const [id, reason, result] = [params['review'] ?? '', tidied(valueOf(form, 'reason')), (['upheld', 'overturned'] as const).find((one) => one === valueOf(form, 'result'))];
  if (!isId(id)) return missing(visit);
  const [key, took] = [{ orgId, id: booking.id }, permit.personId];
  const partOfIt = tookPart(took, booking, await keysOf(tx, key), await correctionsOf(tx, key));
  const refusals = [...(partOfIt ? [refusal('result', 'partOfIt')] : []), ...(result ? [] : [refusal('result', 'noResult')]), ...asked('reason', reason, limits.text, 'noReviewReason')];
  if (!result || refusals.length > 0) return bookingPage(visit, booking, refusals);
  const saved = await hearReview(tx, { orgId, id, version: versionIn(visit) }, { result, reason, heardOn: today });
  return saved ? redirect(paths.booking(shortName, booking.id), 'saved') : movedOn(visit, paths.booking(shortName, booking.id));
}));

export const showCorrection = (visit: MemberVisit): Promise<Answer> => withBooking(visit, (booking) => correctionPage(visit, booking, []));

/** Puts right what was taken in, as long as nothing is decided. */
export const correctIntake = (visit: MemberVisit): Promise<Answer> => withBooking(visit, (booking) => step(visit, booking, async () => {
  const { tx, form, organisation: { id: orgId, shortName }, today, newId } = visit;
  const corrected = await correct({ tx, orgId, today, newId }, booking.id, versionIn(visit), { ...formIn(visit), site: valueOf(form, 'site'), reason: valueOf(form, 'reason') });
  if (!corrected) return missing(visit);
  return corrected.accepted ? redirect(paths.booking(shortName, booking.id), 'saved') : correctionPage(visit, booking, corrected.refusals);
}));

/** What the database refuses is a booking that went on meanwhile. */
async function step(visit: MemberVisit, booking: BookingLine, work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    if (isRefusedStep(error)) return movedOn(visit, paths.booking(visit.organisation.shortName, booking.id));
    throw error;
  }
}

async function decisionPage(visit: MemberVisit, booking: BookingLine, refusals: readonly Refusal[]): Promise<Answer> {
  const { words, seal, organisation, form } = visit;
  const { keys, free } = await standingOf(deciderOf(visit), booking);
  const before = keys.filter(({ round }) => round === booking.round);
  return answered(visit, words.venueHire.key.title(booking.reference), <DecisionPage words={words} org={organisation.shortName} seal={seal} form={form} refusals={refusals} booking={booking} before={before} free={free} />, refusals);
}

async function correctionPage(visit: MemberVisit, booking: BookingLine, refusals: readonly Refusal[]): Promise<Answer> {
  const { tx, words, seal, organisation, form, today } = visit;
  const key = { orgId: organisation.id, id: booking.id };
  const decided = (await keysOf(tx, key)).filter(({ round }) => round === booking.round).length;
  const body = (
    <CorrectionPage words={words} org={organisation.shortName} seal={seal} form={form} refusals={refusals} sites={await sitesOf(tx, organisation.id)} booking={booking}
      stands={standsBecause(booking, today)} decided={decided} checked={(await checksOf(tx, key)).length > 0} />
  );
  return answered(visit, words.venueHire.correction.title(booking.reference), body, refusals);
}

function asked(field: string, text: string, limit: number, name: Sentence): Refusal[] {
  return [...refusedText(field, text, limit, sentence(name)), ...refusedPersonal(field, text)];
}

function keyFormIn({ form }: MemberVisit): KeyForm {
  const value = (name: string) => valueOf(form, name);
  return {
    verdict: value('verdict'), said: value('said'), conditions: value('conditions'), restrictive: value('restrictive'), ground: value('ground'), groundSaid: value('ground_said'), lessRestrictive: value('less_restrictive'),
    equality: value('equality'), expression: value('expression'), election: value('election'), reviewRoute: value('review_route'),
  };
}
