/** What a record is kept for; each row of the database says its own (migrations/0001-scopes.sql). */
export const retentionClasses = ['assurance', 'evidence', 'access', 'account', 'request', 'mail'] as const;

export type RetentionClass = (typeof retentionClasses)[number];

/** The classes that are kept for years, and for which a body may set a period of its own; what serves one request goes after a day. */
export const keptForYears = ['assurance', 'evidence', 'access', 'account'] as const satisfies readonly RetentionClass[];

export type KeptForYears = (typeof keptForYears)[number];

/** How long records are kept, in years, from when their use ends, and between what a body may choose: as the database has it (migrations/0018-own-limits.sql). */
export const keptYears: Readonly<Record<KeptForYears, { readonly usual: number; readonly least: number; readonly most: number }>> = {
  assurance: { usual: 6, least: 3, most: 12 }, evidence: { usual: 6, least: 2, most: 12 }, access: { usual: 6, least: 2, most: 12 }, account: { usual: 1, least: 1, most: 3 },
};

/** How long a shorter period waits before anything goes by it. */
export const shorterWaitsDays = 30;

/** How long a letter of the product to one of its people is kept, in days, sent or not. */
export const keptMailDays = 90;
