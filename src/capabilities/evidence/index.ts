export { evidenceFacts } from './facts.ts';
export { paths as evidencePaths } from './paths.ts';
export { addFile, addLink, evidenceById, evidenceOfAssessment, listEvidence, releaseEvidence, stopUsing, useEvidence, type EvidenceDetails, type EvidenceItem } from './store.ts';
export { evidenceRoutes, type EvidenceOptions } from './routes.tsx';
export type { AssessmentReader } from './behind.tsx';
export { draftFrom, emptyDraft } from './drafts.ts';
export { DetailFields } from './pages/fields.tsx';
export type { Draft } from './rules.ts';
export { takeFile } from './taking.ts';
