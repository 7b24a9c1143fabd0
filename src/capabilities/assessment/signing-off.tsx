import { holds } from '../../kernel/access.ts';
import { refuse } from '../../kernel/outcome.ts';
import { redirect, refusedPage, valueOf, type Answer, type MemberVisit } from '../../platform/route.ts';
import { peopleOf, rolesOfPeople } from '../organisations/index.ts';
import { access } from './access.ts';
import { breadcrumbsOf, type Opened } from './opened.tsx';
import { CheckPage } from './pages/check.tsx';
import type { SigningProps } from './pages/sign-off.tsx';
import { paths } from './paths.ts';
import type { Lack } from './rules.ts';
import { maySign, type Writer } from './rules-second.ts';
import { lastSignature, signOff, writersOf } from './second-store.ts';
import { lacksNow } from './submission.ts';

/** Signs the assessment as it stands; the database keeps the hash of what was signed. */
export async function signYear(visit: MemberVisit, opened: Opened): Promise<Answer> {
  const { tx, words, organisation, permit, form, newId, seal } = visit;
  const { org, year, record } = opened;
  const lacks = await lacksNow(visit, opened);
  const may = maySign({ lacks: lacks.length, challenges: record.challenges, writers: await writersOf(tx, organisation.id, record.id), personId: permit.personId });
  const read = valueOf(form, 'read') === 'yes' ? may : refuse({ field: 'read', say: ({ secondReader }) => secondReader.refused.notRead }, ...(may.accepted ? [] : may.refusals));
  if (read.accepted) {
    await signOff(tx, { orgId: organisation.id, id: newId(), assessmentId: record.id });
    return redirect(paths.submission(org, year), 'signedOff');
  }
  return refusedPage(words.assessment.submission.title(year), (
    <CheckPage words={words} opened={opened} lacks={lacks} signing={await signingOf(visit, opened, lacks, read.refusals)} seal={holds(permit, ...access.submit.own) ? seal : undefined} />
  ), read.refusals, { breadcrumbs: breadcrumbsOf(visit, opened) });
}

/** What the page of the check says of the sign-off, and to whom it offers it. */
export async function signingOf(visit: MemberVisit, { record }: Opened, lacks: readonly Lack[], errors: SigningProps['errors'] = []): Promise<SigningProps> {
  const { tx, words, organisation, permit, seal } = visit;
  const writers = await writersOf(tx, organisation.id, record.id);
  const may = maySign({ lacks: lacks.length, challenges: record.challenges, writers, personId: permit.personId });
  const isSigner = holds(permit, ...access.sign.own);
  return {
    signature: await lastSignature(tx, organisation.id, record.id),
    signers: await signersOf(visit, writers),
    whyNot: isSigner && !may.accepted ? may.refusals.map(({ say }) => say(words)) : [],
    seal: isSigner && may.accepted ? seal : undefined,
    errors,
  };
}

/** The names of those who hold a role that signs today and wrote nothing of the assessment. */
async function signersOf({ tx, organisation, today }: MemberVisit, writers: readonly Writer[]): Promise<readonly string[]> {
  const roles: readonly string[] = access.sign.own;
  const held = (await rolesOfPeople(tx, organisation.id)).filter(({ role, fromDay, toDay }) => roles.includes(role) && fromDay <= today && today < toDay).map(({ personId }) => personId);
  const wrote = writers.map(({ personId }) => personId);
  return (await peopleOf(tx, organisation.id)).filter(({ id, invited }) => !invited && held.includes(id) && !wrote.includes(id)).map(({ name }) => name);
}
