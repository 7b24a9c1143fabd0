import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { planSheet } from '../capabilities/action-plan/index.ts';
import { countLines, fieldSaid, lineKinds, noteImport, prospectOf, readTable, rememberedOf, type ImportVisit, type SheetKind } from '../capabilities/imports/index.ts';
import { organisationNamed } from '../capabilities/organisations/index.ts';
import { riskSheet } from '../capabilities/risk-log/index.ts';
import { newId } from '../kernel/id.ts';
import type { Outcome } from '../kernel/outcome.ts';
import { systemClock, today } from '../platform/clock.ts';
import { StartRefused } from '../platform/start-refused.ts';
import { en } from '../words/index.ts';
import type { StoreCommand } from './commands.ts';

const said = en.imports.command;
const kinds: readonly SheetKind[] = [riskSheet, planSheet];

export const importUsage = said.usage;

/** `import`: says what would become of each row of a spreadsheet and, without --dry-run, brings it in, as the organisation itself. */
export const importSheet: StoreCommand = async ({ store, say }, args) => {
  const { kind, file, name, quarter, map, isDry } = askedIn(args);
  const organisation = await store.database.within({ is: 'accounts' }, (tx) => organisationNamed(tx, name));
  if (!organisation) throw new StartRefused(said.noOrganisation(name));
  if (!existsSync(file)) throw new StartRefused(en.commands.noSuchFile(file));
  const day = today(systemClock);
  await store.database.within({ is: 'own', orgId: organisation.id, personId: null, day }, async (tx) => {
    const visit: ImportVisit = { tx, words: en, organisation, today: day, newId, permit: { scope: 'own' } };
    const remembered = { ...await rememberedOf(tx, organisation.id, kind.name), ...map };
    const table = valueOf(await readTable(file, basename(file), kind, remembered));
    const { missing, planned } = await prospectOf(visit, kind, table, remembered, quarter);
    if (!planned) throw new StartRefused(`${said.missing(missing)}\n${said.fields(kind.fields.map((field) => field.name))}`);
    const { lines, apply } = valueOf(planned);
    for (const { row, is, label, details, reasons } of lines) {
      say(said.line(row, said.kinds[is], label));
      for (const { field, before, now } of details) say(said.changes(field, before ?? '', now));
      for (const reason of reasons) say(said.reason(reason));
    }
    const counts = countLines(lines);
    say(lineKinds.filter((is) => counts[is] > 0).map((is) => `${counts[is]} ${said.kinds[is]}`).join(', '));
    if (isDry) return say(said.dryRun);
    if (!(await apply(new Set()))) throw new StartRefused(en.imports.preview.moved);
    await noteImport(tx, newId(), { kind: kind.name, ...(quarter === null ? {} : { quarter }), ...counts });
    say(said.done);
  });
};

function askedIn(args: readonly string[]) {
  const { positionals: [kindName, file, ...rest], values } = parsed(args);
  const kind = kinds.find(({ name }) => name === kindName);
  if (!kind || file === undefined || rest.length > 0 || values.organisation === undefined) throw wrongUse();
  if (kind.quarterly && values.quarter === undefined) throw new StartRefused(said.noQuarter);
  const map = Object.fromEntries((values.map ?? []).map((written) => {
    const [, field = '', heading = ''] = /^([^=]+)=(.*)$/s.exec(written) ?? [];
    const known = kind.fields.find(({ name }) => name === field || fieldSaid(en, kind.name, name).toLowerCase() === field.toLowerCase());
    if (!known) throw new StartRefused(`${said.badMap(written)}\n${said.fields(kind.fields.map(({ name }) => name))}`);
    return [known.name, heading];
  }));
  return { kind, file, name: values.organisation, quarter: kind.quarterly ? values.quarter ?? null : null, map, isDry: values['dry-run'] ?? false };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args], allowPositionals: true,
      options: { 'organisation': { type: 'string' }, 'quarter': { type: 'string' }, 'map': { type: 'string', multiple: true }, 'dry-run': { type: 'boolean' } },
    });
  } catch {
    throw wrongUse();
  }
}

function wrongUse(): StartRefused {
  return new StartRefused(en.commands.usage(`import ${importUsage}`));
}

function valueOf<T>(outcome: Outcome<T>): T {
  if (outcome.accepted) return outcome.value;
  throw new StartRefused(outcome.refusals.map(({ say }) => say(en)).join('\n'));
}
