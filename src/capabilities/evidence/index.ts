export { evidenceFacts } from './facts.ts';
export { paths as evidencePaths } from './paths.ts';
export { addFile, addLink, evidenceById, evidenceOfAssessment, listEvidence, releaseEvidence, stopUsing, useEvidence, type EvidenceDetails, type EvidenceItem } from './store.ts';
