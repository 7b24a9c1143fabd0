import { isId, type Id } from '../../kernel/id.ts';
import { dayOf } from '../../kernel/year.ts';
import type { Transaction } from '../../platform/database.ts';
import { redirect, type Answer, type MemberVisit } from '../../platform/route.ts';
import { editionNamed } from '../frameworks/index.ts';
import { followUpOf, recommendationPaths, recommendationsOf, shortened } from '../recommendations/index.ts';
import { missing, mayWrite, type OriginReader } from './opened.tsx';
import { BesideRecommendation } from './pages/beside.tsx';
import { paths } from './paths.ts';
import { addAction, takenRecommendations } from './store.ts';

/** Recommendations as records that actions come from. */
export const recommendationOrigin: OriginReader = {
  origin: 'recommendation',
  find: async ({ tx, organisation }, id) => {
    const found = (await recommendationsOf(tx, organisation.id)).find((one) => one.id === id);
    return found && { text: shortened(found.text), href: recommendationPaths.item(organisation.shortName, id) };
  },
};

/** Takes the recommendation of the address into the plan: one press, and no second action of it. */
export async function take(visit: MemberVisit): Promise<Answer> {
  const { tx, organisation: { id: orgId, shortName }, params, newId } = visit;
  const wanted = params['id'] ?? '';
  const action = isId(wanted) ? await takeRecommendation(tx, { orgId, recommendationId: wanted, id: newId() }) : undefined;
  return action === undefined ? missing(visit) : redirect(paths.item(shortName, action), 'saved');
}

/** The recommendation becomes an action with the owner and the day that its follow-up has. @returns the action, new or of before; undefined when nothing of that name was published */
export async function takeRecommendation(tx: Transaction, { orgId, recommendationId, id }: { readonly orgId: Id; readonly recommendationId: Id; readonly id: Id }): Promise<Id | undefined> {
  const published = (await recommendationsOf(tx, orgId)).find((one) => one.id === recommendationId);
  if (!published) return undefined;
  const [edition, followUp] = [await editionNamed(tx, published.edition), await followUpOf(tx, { orgId, recommendationId })];
  const benchmarkCode = edition ? published.benchmark : null;
  const isNew = await addAction(tx, {
    orgId, id, editionId: benchmarkCode === null ? null : edition?.id ?? null, benchmarkCode, objectiveId: null, text: published.text, marking: published.marking,
    ownerId: orgId, ownerBody: null, ownerRole: followUp?.ownerRole ?? null, partners: '', startOn: null, dueOn: dayOf(followUp?.dueOn ?? '') ?? null, successMeasure: null,
    origin: 'recommendation', originId: recommendationId, originNote: null,
  });
  return isNew ? id : (await takenRecommendations(tx, orgId)).get(recommendationId);
}

/** Handed to the page of a recommendation. */
export async function besideRecommendation(visit: MemberVisit, recommendation: Id) {
  const { tx, words, seal, organisation } = visit;
  const action = (await takenRecommendations(tx, organisation.id)).get(recommendation);
  return <BesideRecommendation words={words} seal={seal} org={organisation.shortName} recommendation={recommendation} action={action} writes={mayWrite(visit)} />;
}
