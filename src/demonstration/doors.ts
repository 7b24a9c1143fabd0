import { readdirSync } from 'node:fs';
import type { Example } from './example.ts';
import { folder, readExample } from './load.ts';

/** What the first page opens in one press: every example in demo/, the real ones before the invented. */
export function exampleDoors() {
  return readdirSync(folder).filter((name) => name.endsWith('.yaml')).sort().map(readExample)
    .sort((a, b) => Number(a.invented) - Number(b.invented)).map(doorOf);
}

function doorOf({ invented, opens: { person, at }, people, organisations, source }: Example) {
  const host = people.find(({ email }) => email === person)?.organisation;
  const name = organisations.find(({ short_name }) => short_name === host)?.name;
  if (name === undefined) throw new Error(`an example opens as ${person}, whom it does not hold`);
  return { name, invented, source: source?.title, person, at };
}
