import { parseArgs } from 'node:util';
import { organisationKinds, type Organisation, type OrganisationKind } from '../../kernel/access.ts';
import { newId } from '../../kernel/id.ts';
import type { Outcome } from '../../kernel/outcome.ts';
import { dayOf, type Day } from '../../kernel/year.ts';
import type { Database, Transaction } from '../../platform/database.ts';
import { StartRefused } from '../../platform/start-refused.ts';
import { en } from '../../words/index.ts';
import { bodiesAbove, organisationNamed, organisationsByName } from './store.ts';
import { lockTree, saveTree } from './tree-store.ts';
import { addBody, mergeBodies, moveBody, type Tree } from './tree.ts';

type Say = (line: string) => void;

const said = en.organisations.command;
const text = { type: 'string' } as const;
const options = { name: text, kind: text, below: text, from: text, to: text, on: text, 'out-of': text, into: text, invented: { type: 'boolean' } } as const;

/**
 * `./dueregard organisation list|add|move|merge`: bodies and their places in the tree, changed as the owner of the tables.
 * @throws StartRefused with a sentence that says what to give instead.
 */
export async function organisationCommand(args: readonly string[], owner: Database | undefined, today: Day, say: Say): Promise<void> {
  if (!owner) throw new StartRefused(said.noOwner);
  const { values, positionals: [action, ...shortNames] } = parsed(args);
  await owner.transaction(async (tx) => {
    const [shortName] = shortNames;
    if (action === 'list' && shortName === undefined) return list(tx, values.on === undefined ? today : dayNamed(values.on), say);
    if (action === 'add' && shortName !== undefined && shortNames.length === 1) return add(tx, shortName, values, say);
    if (action === 'move' && shortName !== undefined && shortNames.length === 1) return move(tx, shortName, values, say);
    if (action === 'merge' && shortName !== undefined) return merge(tx, shortNames, values, say);
    throw new StartRefused(said.usage);
  });
}

type Values = ReturnType<typeof parsed>['values'];

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch {
    throw new StartRefused(said.usage);
  }
}

async function list(tx: Transaction, day: Day, say: Say): Promise<void> {
  for (const { id, shortName, name, kind } of await organisationsByName(tx)) {
    const [nearest] = await bodiesAbove(tx, id, day);
    say(said.line(shortName, name, kind, nearest?.name ?? ''));
  }
}

async function add(tx: Transaction, shortName: string, values: Values, say: Say): Promise<void> {
  const organisation = await newOrganisation(tx, shortName, values);
  const parent = values.below === undefined ? undefined : await bodyNamed(tx, values.below);
  const from = values.from === undefined ? undefined : dayNamed(values.from);
  const body = { id: organisation.id, name: organisation.name, openedOn: from ?? null, closedOn: null };
  await change(tx, (tree) => addBody(tree, body, parent?.id, from ?? '-infinity'), organisation);
  say(said.added(organisation.name));
}

async function move(tx: Transaction, shortName: string, { to, on, 'out-of': outOf }: Values, say: Say): Promise<void> {
  if (to === undefined || on === undefined) throw new StartRefused(said.usage);
  const [child, parent, left] = [await bodyNamed(tx, shortName), await bodyNamed(tx, to), outOf === undefined ? undefined : await bodyNamed(tx, outOf)];
  const onDay = dayNamed(on);
  await change(tx, (tree) => moveBody(tree, { childId: child.id, toId: parent.id, outOfId: left?.id, onDay }));
  say(said.moved(child.name, parent.name, onDay));
}

async function merge(tx: Transaction, shortNames: readonly string[], values: Values, say: Say): Promise<void> {
  if (values.into === undefined || values.on === undefined) throw new StartRefused(said.usage);
  const onDay = dayNamed(values.on);
  const predecessors: Organisation[] = [];
  for (const shortName of shortNames) predecessors.push(await bodyNamed(tx, shortName));
  const there = values.name === undefined ? await bodyNamed(tx, values.into) : undefined;
  const organisation = there ?? { ...(await newOrganisation(tx, values.into, values)), invented: predecessors.every(({ invented }) => invented) };
  await change(tx, (tree) => {
    const successor = tree.bodies.find(({ id }) => id === there?.id) ?? { id: organisation.id, name: organisation.name, openedOn: onDay, closedOn: null };
    return mergeBodies(tree, { predecessorIds: predecessors.map(({ id }) => id), successor, onDay });
  }, there ? undefined : organisation);
  say(said.merged(predecessors.map(({ name }) => name), organisation.name, onDay));
}

async function change(tx: Transaction, command: (tree: Tree) => Outcome<Tree>, added?: Organisation): Promise<void> {
  const before = await lockTree(tx);
  const after = command(before);
  if (!after.accepted) throw new StartRefused([...new Set(after.refusals.map(({ say }) => say(en)))].join('\n'));
  await saveTree(tx, before, after.value, added);
}

async function newOrganisation(tx: Transaction, shortName: string, { name, kind, invented }: Values): Promise<Organisation> {
  if (shortName.length > 60 || !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(shortName)) throw new StartRefused(said.badShortName(shortName));
  if (await organisationNamed(tx, shortName)) throw new StartRefused(said.there(shortName));
  const given = name?.trim() ?? '';
  if (given.length < 1 || given.length > 120 || /\p{Cc}/u.test(given)) throw new StartRefused(said.badName);
  return { id: newId(), shortName, name: given, kind: kindNamed(kind ?? ''), invented: invented ?? false };
}

async function bodyNamed(tx: Transaction, shortName: string): Promise<Organisation> {
  const found = await organisationNamed(tx, shortName);
  if (!found) throw new StartRefused(said.unknown(shortName));
  return found;
}

function kindNamed(kind: string): OrganisationKind {
  const found = organisationKinds.find((one) => one === kind);
  if (!found) throw new StartRefused(said.badKind(kind, organisationKinds));
  return found;
}

function dayNamed(text: string): Day {
  const day = dayOf(text);
  if (!day) throw new StartRefused(said.badDay(text));
  return day;
}
