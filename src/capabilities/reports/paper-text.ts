import type { Id } from '../../kernel/id.ts';
import type { Marking } from '../../kernel/marking.ts';
import type { Day } from '../../kernel/year.ts';

/** The parts of a committee's paper that the body writes itself, in the paper's order. */
export const areas = ['purpose', 'committee', 'finance', 'legal', 'equality', 'data_protection', 'next_steps'] as const;

export type Area = typeof areas[number];

export type PaperText = { readonly area: Area; readonly text: string; readonly marking: Marking };

export type PaperTextSeen = PaperText & { readonly id: Id; readonly version: number };

/** What can be exempt as a whole; besides, a single strength or recommendation can, by its identifier. */
export const exemptible = ['strengths', 'recommendations', 'self_ratings', 'risk_logs', 'plan', 'risks', 'dip_samples', 'venues', 'channel', ...areas] as const;

export type PartCode = typeof exemptible[number];

export type Exemption = {
  /** A PartCode, or the identifier of a strength or recommendation. */
  readonly part: string;
  /** Of Schedule 12A to the Local Government Act 1972, Part 1. */
  readonly paragraph: number;
  readonly reason: string;
  readonly openToMembers: boolean;
  /** The last day on which it holds. */
  readonly until: Day | null;
};

export type ExemptionSeen = Exemption & { readonly id: Id; readonly version: number };

export function areaOf(text: string): Area | undefined {
  return areas.find((area) => area === text);
}
