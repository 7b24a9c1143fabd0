import { holds, type MemberRule } from '../../kernel/access.ts';
import type { MemberVisit } from '../../platform/route.ts';
import { paths } from './paths.ts';

export const access = {
  read: { name: 'members read the history of their records', for: 'members', own: ['prevent_lead', 'contributor', 'second_reader', 'administrator'] },
  setPeriod: { name: 'administrators choose how long records are kept', for: 'members', own: ['administrator'] },
} as const satisfies Record<string, MemberRule>;

/** Where a reader finds the history of a record of the body whose page they are on; undefined for who may not read it. */
export function historyFor({ permit, organisation }: Pick<MemberVisit, 'permit' | 'organisation'>, kind: string, id: string | undefined): string | undefined {
  return id !== undefined && permit.scope === 'own' && holds(permit, ...access.read.own) ? paths.record(organisation.shortName, kind, id) : undefined;
}
