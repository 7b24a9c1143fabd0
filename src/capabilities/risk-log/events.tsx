import { holds } from '../../kernel/access.ts';
import { isId } from '../../kernel/id.ts';
import type { Refusal } from '../../kernel/outcome.ts';
import { aside } from '../../platform/database.ts';
import { json, page, redirect, refusedPage, valueOf, valuesOf, type Answer, type MemberVisit } from '../../platform/route.ts';
import { bodiesBelow, dayGiven } from '../organisations/index.ts';
import { access } from './access.ts';
import { shapes } from './api.ts';
import { addAnswer, addProfile, answersTo, openReview, profilesOf, reviewsOf, type Answered, type Review } from './events-store.ts';
import { trailOf } from './log.tsx';
import { missingPage } from './missing.tsx';
import { EventPage, EventsPage } from './pages/events.tsx';
import { ProfilesPage } from './pages/profiles.tsx';
import { paths } from './paths.ts';
import { refusal } from './rules.ts';
import { answerFrom, eventFrom, profileFrom } from './rules-events.ts';
import { risksOf } from './store.ts';

export type ReviewSeen = Review & { readonly ours: boolean; readonly answers: readonly Answered[] };

/** Reviews with the answers that may be read here: of a review of its own those of the bodies below, else its own. */
async function seenReviews({ tx, organisation: { id: orgId }, today }: MemberVisit, id?: string): Promise<ReviewSeen[]> {
  const reviews = await reviewsOf(tx, orgId, id);
  const own = reviews.filter((review) => review.orgId === orgId);
  const ids = (list: readonly Review[]) => list.map((review) => review.id);
  const asked = [...new Set(own.flatMap((review) => review.asked.map((body) => body.id)))];
  const below = own.length === 0 ? [] : await aside(tx, { is: 'tree', orgId, personId: null, day: today }, (inTree) => answersTo(inTree, asked, ids(own)));
  const ours = await answersTo(tx, [orgId], ids(reviews));
  return reviews.map((review) => ({ ...review, ours: review.orgId === orgId, answers: [...below, ...ours].filter(({ eventId }) => eventId === review.id) }));
}

export const showEvents = (visit: MemberVisit): Promise<Answer> => eventsPage(visit, []);

export async function readEvents(visit: MemberVisit): Promise<Answer> {
  return json(shapes.events, { reviews: (await seenReviews(visit)).map(saidReview) });
}

export async function addEvent(visit: MemberVisit): Promise<Answer> {
  const { tx, form, organisation, today, newId } = visit;
  const below = (await bodiesBelow(tx, organisation.id, today)).map(({ id }) => id);
  const event = eventFrom({ title: valueOf(form, 'title'), reach: valueOf(form, 'reach'), happened: dayGiven(form, 'happened'), due: dayGiven(form, 'due'), bodies: valuesOf(form, 'bodies') }, below, today);
  if (!event.accepted) return eventsPage(visit, event.refusals);
  const id = newId();
  await openReview(tx, { orgId: organisation.id, id }, event.value, newId);
  return redirect(paths.event(organisation.shortName, id), 'saved');
}

export const showEvent = (visit: MemberVisit): Promise<Answer> => withReview(visit, (review) => eventPage(visit, review, []));

export const readEvent = (visit: MemberVisit): Promise<Answer> => withReview(visit, (review) => Promise.resolve(json(shapes.event, saidReview(review))));

export async function answerEvent(visit: MemberVisit): Promise<Answer> {
  return withReview(visit, async (review) => {
    const { tx, form, organisation, today, newId } = visit;
    if (!review.asked.some(({ id }) => id === organisation.id)) return missingPage(visit.words.riskLog.events.missing);
    const numbers = (await risksOf(tx, organisation.id)).map(({ number }) => number);
    const answer = answerFrom({ answer: valueOf(form, 'answer'), risks: valuesOf(form, 'risks'), said: valueOf(form, 'said') }, numbers);
    if (!answer.accepted) return eventPage(visit, review, answer.refusals);
    const added = await addAnswer(tx, { orgId: organisation.id, id: newId() }, review, answer.value, today);
    return added ? redirect(paths.event(organisation.shortName, review.id), 'saved') : eventPage(visit, review, [refusal('answer', 'alreadyAnswered')]);
  });
}

export const showProfiles = (visit: MemberVisit): Promise<Answer> => profilesPage(visit, []);

export async function readProfiles({ tx, organisation }: MemberVisit): Promise<Answer> {
  const profiles = await profilesOf(tx, organisation.id);
  return json(shapes.profiles, { profiles: profiles.map(({ editionLabel, datedOn, briefedOn, briefedRoles, marking }) => ({ edition: editionLabel, dated_on: datedOn, briefed_on: briefedOn, briefed_roles: briefedRoles, marking })) });
}

export async function recordProfile(visit: MemberVisit): Promise<Answer> {
  const { tx, form, organisation, today, newId } = visit;
  const profile = profileFrom({ edition: valueOf(form, 'edition'), dated: dayGiven(form, 'dated'), briefed: dayGiven(form, 'briefed'), roles: valueOf(form, 'roles'), marking: valueOf(form, 'marking') }, today);
  if (!profile.accepted) return profilesPage(visit, profile.refusals);
  await addProfile(tx, { orgId: organisation.id, id: newId() }, profile.value);
  return redirect(paths.profiles(organisation.shortName), 'saved');
}

function saidReview({ id, title, reach, happenedOn, dueOn, openedBy, asked, answers }: ReviewSeen) {
  return {
    id, title, reach, happened_on: happenedOn, due_on: dueOn, opened_by: openedBy, asked: asked.map(({ name }) => name),
    answers: answers.map(({ bodyId, answeredOn, changedRisks, said }) => ({ body: asked.find((body) => body.id === bodyId)?.name ?? '', answered_on: answeredOn, changed_risks: [...changedRisks], said })),
  };
}

async function withReview(visit: MemberVisit, work: (review: ReviewSeen) => Promise<Answer>): Promise<Answer> {
  const id = visit.params['event'] ?? '';
  const [review] = isId(id) ? await seenReviews(visit, id) : [];
  return review ? work(review) : missingPage(visit.words.riskLog.events.missing);
}

async function eventsPage(visit: MemberVisit, refusals: readonly Refusal[]): Promise<Answer> {
  const { tx, words, seal, organisation, today, form, permit } = visit;
  const below = holds(permit, ...access.agree.own) ? await bodiesBelow(tx, organisation.id, today) : [];
  const body = <EventsPage words={words} org={organisation.shortName} ownId={organisation.id} seal={seal} form={form} refusals={refusals} today={today} reviews={await seenReviews(visit)} below={below} />;
  return answered(visit, words.riskLog.events.title(organisation.name), body, refusals);
}

async function eventPage(visit: MemberVisit, review: ReviewSeen, refusals: readonly Refusal[]): Promise<Answer> {
  const { tx, words, seal, organisation, form, permit } = visit;
  const mayAnswer = holds(permit, ...access.write.own) && review.asked.some(({ id }) => id === organisation.id) && !review.answers.some(({ bodyId }) => bodyId === organisation.id);
  const risks = mayAnswer ? await risksOf(tx, organisation.id) : [];
  const body = <EventPage words={words} org={organisation.shortName} ownId={organisation.id} seal={seal} form={form} refusals={refusals} review={review} mayAnswer={mayAnswer} risks={risks} />;
  return answered(visit, words.riskLog.events.one(organisation.name, review.title), body, refusals);
}

async function profilesPage(visit: MemberVisit, refusals: readonly Refusal[]): Promise<Answer> {
  const { tx, words, seal, organisation, form, permit } = visit;
  const body = <ProfilesPage words={words} org={organisation.shortName} seal={seal} form={form} refusals={refusals} profiles={await profilesOf(tx, organisation.id)} mayWrite={holds(permit, ...access.write.own)} />;
  return answered(visit, words.riskLog.profiles.title(organisation.name), body, refusals);
}

function answered(visit: MemberVisit, title: string, body: Parameters<typeof page>[1], refusals: readonly Refusal[]): Answer {
  return refusals.length === 0 ? page(title, body, trailOf(visit, true)) : refusedPage(title, body, refusals, trailOf(visit, true));
}
