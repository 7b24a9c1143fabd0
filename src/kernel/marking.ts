/**
 * How a record must be handled. OFFICIAL-SENSITIVE is OFFICIAL with a need-to-know handling caveat
 * (Government Security Classifications Policy, 2024). SECRET and above never enters the product.
 */
export type Marking = 'OFFICIAL' | 'OFFICIAL-SENSITIVE';

export const markings: readonly Marking[] = ['OFFICIAL', 'OFFICIAL-SENSITIVE'];

/** Who an output is written for. */
export type Audience = 'public' | 'members' | 'restricted';

export const audiences: readonly Audience[] = ['public', 'members', 'restricted'];

/** The marking of a whole is the highest of its parts; a whole without parts is OFFICIAL. */
export function highestMarking(parts: Iterable<Marking>): Marking {
  for (const part of parts) if (part === 'OFFICIAL-SENSITIVE') return part;
  return 'OFFICIAL';
}

export function markingOf(text: string): Marking | undefined {
  return markings.find((marking) => marking === text);
}

export function audienceOf(text: string): Audience | undefined {
  return audiences.find((audience) => audience === text);
}
