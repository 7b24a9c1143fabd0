export { outcomesOf, type Outcome } from './store.ts';
