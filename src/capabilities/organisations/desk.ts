import type { MemberRule, Organisation, Role } from '../../kernel/access.ts';
import type { Id } from '../../kernel/id.ts';
import type { Day } from '../../kernel/year.ts';
import type { Transaction } from '../../platform/database.ts';
import type { Words } from '../../words/index.ts';

export type AccountState = { readonly id: Id; readonly email: string; readonly homeOrgId: Id; readonly demonstration: boolean; readonly disabled: boolean };

/**
 * What a body's administrators do with accounts, in the accounts scope. Accounts come later in the house and hand it in.
 * Links are answered as paths of this site.
 */
export type AccountDesk = {
  emailOf(text: string): string | undefined;
  /** The account of an e-mail address, made for the body where there is none. */
  accountFor(tx: Transaction, account: { id: Id; email: string; orgId: Id }): Promise<Id>;
  states(tx: Transaction, ids: readonly Id[]): Promise<readonly AccountState[]>;
  invite(tx: Transaction, invitation: { accountId: Id; orgId: Id; personId: Id; madeBy: Id }): Promise<string>;
  reset(tx: Transaction, reset: { accountId: Id; madeBy: Id }): Promise<string>;
};

/** A room of a body that its page links to, shown to those who may open it. */
export type Section = { readonly text: (words: Words) => string; readonly href: (org: string) => string; readonly access: MemberRule };

export type Step = { readonly text: (words: Words) => string; readonly href: string };

/** The next thing that somebody has to do at a body, asked inside its own records; undefined when there is none of this sort. */
export type NextStep = (ask: { readonly tx: Transaction; readonly organisation: Organisation; readonly roles: readonly Role[]; readonly today: Day }) => Promise<Step | undefined>;

/** What somebody has to do at a body, asked inside its own records as that person. */
export type TaskReader = (ask: { readonly tx: Transaction; readonly organisation: Organisation; readonly personId: Id; readonly roles: readonly Role[]; readonly today: Day }) => Promise<readonly Step[]>;

/** What was opened to a body and is not its own, asked in its grant scope. */
export type SharedReader = (tx: Transaction, today: Day, roles: readonly Role[]) => Promise<readonly Step[]>;

/** What later capabilities hand to organisations. */
export type Handed = { readonly accounts: AccountDesk; readonly sections: readonly Section[]; readonly nextSteps: readonly NextStep[]; readonly tasks: TaskReader; readonly shared: SharedReader };
