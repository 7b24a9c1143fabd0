export { addOutcomes, outcomesOf, type Outcome } from './store.ts';
