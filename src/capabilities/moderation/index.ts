export { addOutcomes, outcomesOf, type OutcomeLine } from './store.ts';
