import { redirect, valueOf, type Answer, type MemberVisit } from '../../platform/route.ts';
import { draftOf, forgetDraft, saveDraft, type Draft, type DraftKey } from './draft-store.ts';
import { notThere, type Opened } from './opened.tsx';
import { paths } from './paths.ts';
import { limits } from './rules.ts';

const answerFields = ['status', 'note'];
const ratingFields = ['rating', 'narrative', 'reason', 'lead_body'];

/** The reader's own draft of a form. */
export function ownDraft({ tx, organisation, permit }: MemberVisit, { record }: Opened, code: string): Promise<Draft | undefined> {
  return draftOf(tx, keyOf({ organisation, permit }, record.id, code));
}

/** The record itself has been saved: the draft has done its work. */
export async function dropDraft({ tx, organisation, permit }: MemberVisit, { record }: Opened, code: string): Promise<void> {
  await forgetDraft(tx, keyOf({ organisation, permit }, record.id, code));
}

function keyOf({ organisation, permit }: Pick<MemberVisit, 'organisation' | 'permit'>, assessmentId: DraftKey['assessmentId'], code: string): DraftKey {
  return { orgId: organisation.id, personId: permit.personId, assessmentId, code };
}

/** What the page's script sends while somebody types; and, from its button, a draft that is thrown away. */
export async function keepDraft(visit: MemberVisit, opened: Opened): Promise<Answer> {
  const { tx, form, params, words, now } = visit;
  const { org, year, record, edition } = opened;
  const code = params['code'] ?? '';
  const isBenchmark = edition.benchmarks.some((benchmark) => benchmark.code === code);
  const isIndicator = edition.benchmarks.some(({ indicators }) => indicators.some((indicator) => indicator.code === code));
  if (!isBenchmark && !isIndicator) return notThere(words.assessment.noIndicator.title, words.assessment.noIndicator.sentence(code, edition.title.en), { href: paths.year(org, year), text: words.assessment.toYear });
  if (valueOf(form, 'throw_away') !== '') {
    await dropDraft(visit, opened, code);
    return redirect(isBenchmark ? paths.rating(org, year, code) : paths.indicator(org, year, code));
  }
  const fields = Object.fromEntries((isBenchmark ? ratingFields : answerFields).map((name) => [name, valueOf(form, name).slice(0, limits.narrative)]));
  const written = valueOf(form, 'version');
  const version = /^\d{1,9}$/.test(written) ? Number(written) : 0;
  await saveDraft(tx, keyOf(visit, record.id, code), JSON.parse(JSON.stringify(fields).replaceAll('\\u0000', '')), version);
  const current = (isBenchmark ? record.ratings.get(code) : record.answers.get(code))?.version ?? 0;
  const said = words.assessment.draft;
  const body = JSON.stringify({ status: current === version ? said.saved(now) : said.conflict(now) });
  return { is: 'download', fileName: 'draft.json', mediaType: 'application/json', body };
}
