import { openBenchmark, saveAnswer } from './pages.ts';
import { endAll } from '../test/ending.ts';
import { printRow, type Row } from './row.ts';

/** Every row of the performance table, by the name that `npm run bench -- NAME` takes. */
const rows: Readonly<Record<string, () => Promise<Row>>> = { 'open-benchmark': openBenchmark, 'save-answer': saveAnswer };

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(rows, name));
if (unknown.length > 0) {
  console.error(`There is no row ${unknown.join(', ')}. The rows are: ${Object.keys(rows).join(', ')}.`);
  process.exitCode = 1;
} else {
  for (const [name, measure] of Object.entries(rows)) if (wanted.length === 0 || wanted.includes(name)) printRow(name, await measure());
  await endAll();
}
