/** What a record is kept for; each row of the database says its own (migrations/0001-scopes.sql). */
export const retentionClasses = ['assurance', 'evidence', 'access', 'account', 'request', 'mail'] as const;

export type RetentionClass = (typeof retentionClasses)[number];

/** How long records are kept, in years, from when their use ends; what serves one request goes after a day. */
export const keptYears: Readonly<Record<Exclude<RetentionClass, 'request' | 'mail'>, number>> = { assurance: 6, evidence: 6, access: 6, account: 1 };

/** How long a letter of the product to one of its people is kept, in days, sent or not. */
export const keptMailDays = 90;
