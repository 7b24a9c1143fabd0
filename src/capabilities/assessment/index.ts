export { access as assessmentAccess } from './access.ts';
export { forms as assessmentForms } from './api.ts';
export { paths as assessmentPaths } from './paths.ts';
export { assessmentRoutes } from './routes.tsx';
export { breadcrumbsOf, inYear, notThere, whileOpen, type AssessmentOptions, type Beside, type Link, type Opened, type Outcome, type OutcomeReader } from './opened.tsx';
export { readFrozen, type Frozen, type FrozenBenchmark, type FrozenEvidence } from './frozen.ts';
export { AnswerSaid } from './pages/parts.tsx';
export { answerStatuses, limits as assessmentLimits, readAnswer, type Answer, type AnswerStatus, type NewAnswer, type NewRating, type Rating, type Verdict } from './rules.ts';
export {
  answerOf, assessmentOf, assessmentsOf, changedSubmissions, lastWriterOf, openAssessment, ratingsOf, recordOf, saveAnswer, saveRating, submissionInYear, submissionOf, yearsAssessed,
  type Assessment, type AssessmentLine, type AssessmentRecord, type Save, type Saving, type Submission, type Submitted,
} from './store.ts';
export { addAmendment, changedAmendments, confirmAmendment, confirmedAmendments, amendmentsOf, type ConfirmedAmendment } from './amendment-store.ts';
export { askToReopen, confirmReopening, reopeningsOf } from './reopening-store.ts';
export { type Challenge } from './rules-second.ts';
export { addChallenge, addReply, challengesOf, signOff } from './second-store.ts';
export { submit, type Submitting } from './submission.ts';
