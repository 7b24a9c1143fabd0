export type { BenchmarkOutcome, Findings, Letter, Origin, Result, Statement, StatementText } from './findings.ts';
export { access as moderationAccess } from './access.ts';
export { paths as moderationPaths } from './paths.ts';
export { freeze as freezeFindings, frozenText as frozenFindings, type Publication } from './publication.ts';
export { moderationRoutes, type ModerationOptions } from './routes.tsx';
export { mayCheck, mayPublish, refusedText, tidy } from './rules.ts';
export { sharedText } from './shared.ts';
export { lastShared, repliesTo, sendReplies, shareFindings } from './sharing-store.ts';
export { addOutcomes, addRecommendation, addStrength, beginFindings, changedPublications, checkFindings, findingsOf, outcomesOf, publicationOf, publicationsOf, publishFindings, setLetter, setOutcome, type FindingsKey, type OutcomeLine } from './store.ts';
