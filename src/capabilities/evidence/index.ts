export { evidenceFacts } from './facts.ts';
export { access as evidenceAccess } from './access.ts';
export { paths as evidencePaths } from './paths.ts';
export { addFile, addLink, evidenceOfAssessment, releaseEvidence, stopUsing, useEvidence, type EvidenceDetails, type EvidenceItem } from './store.ts';
export { evidenceRoutes, type EvidenceOptions } from './routes.tsx';
export type { AssessmentReader } from './behind.tsx';
