import type { Marking } from '../../kernel/marking.ts';
import type { Day, Year } from '../../kernel/year.ts';
import type { Office, Presence, Seat } from './rules.ts';

/** What an output may tell of the Channel panel: how it is run, or that it is another body's. */
export type YearChannel = PanelElsewhere | PanelHere;

export type PanelElsewhere = { readonly is: 'elsewhere'; readonly marking: Marking; readonly reason: string | null; readonly leadBody: string | null };

/** As at a day; its meetings, and who came, are those of the 12 months up to it. */
export type PanelHere = {
  readonly is: 'here'; readonly marking: Marking; readonly asAt: Day; readonly planned: number; readonly held: number; readonly offices: readonly OfficeHeld[];
  readonly seats: readonly (Seat & Readonly<Record<Presence, number>>)[];
  readonly agreementExpiresOn: Day | null; readonly statement: StatementTold | null;
  readonly reviews: { readonly are: 'none' | 'few' } | { readonly are: 'shown'; readonly percent: number };
};

/** The newest annual statement that was signed: of how many areas it states each extent, the highest first. */
export type StatementTold = { readonly year: Year; readonly signedOn: Day; readonly signedOff: boolean; readonly extents: readonly { readonly label: string; readonly areas: number }[] };

/** Who holds an office, by role. Training is told of to those who read the seats too. */
export type OfficeHeld = { readonly office: Office; readonly role: string; readonly appointedOn: Day; readonly trained: { readonly on: Day | null; readonly dueOn: Day | null } | null };

/** The public reads who chairs, what was held and agreed, which statement was signed off, and the share of reviews; not who sits, came and was trained, nor what was stated. Nothing of what is marked higher. */
export function publicChannel(channel: YearChannel): YearChannel | null {
  if (channel.marking !== 'OFFICIAL') return null;
  if (channel.is === 'elsewhere') return { is: 'elsewhere', marking: channel.marking, reason: channel.reason, leadBody: channel.leadBody };
  const { is, marking, asAt, planned, held, offices, agreementExpiresOn, statement, reviews } = channel;
  return {
    is, marking, asAt, planned, held, offices: offices.map(({ office, role, appointedOn }) => ({ office, role, appointedOn, trained: null })), seats: [], agreementExpiresOn,
    statement: statement?.signedOff ? { year: statement.year, signedOn: statement.signedOn, signedOff: true, extents: [] } : null,
    reviews: reviews.are === 'shown' ? { are: reviews.are, percent: reviews.percent } : { are: reviews.are },
  };
}
