import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { assessmentsOf } from '../capabilities/assessment/index.ts';
import { organisationNamed, organisationsByName } from '../capabilities/organisations/index.ts';
import { nearNames, noteReport, readRecord, reportFormatOf, toldTo, writeReport, type ReportRecord, type WrittenReport } from '../capabilities/reports/index.ts';
import type { Organisation } from '../kernel/access.ts';
import { audienceOf } from '../kernel/marking.ts';
import type { Outcome } from '../kernel/outcome.ts';
import { yearOf, type Year } from '../kernel/year.ts';
import { systemClock, today } from '../platform/clock.ts';
import type { Transaction } from '../platform/database.ts';
import { StartRefused } from '../platform/start-refused.ts';
import type { Store } from '../platform/store.ts';
import { en } from '../words/index.ts';
import type { StoreCommand } from './commands.ts';

const said = en.reports.command;

export const reportUsage = 'ORGANISATION YEAR --format pptx|odp|pdf|docx|odt|html|xlsx|ods|csv|json [--audience AUDIENCE] --out FILE';

/** `report`: writes a year's slides, paper or data for an audience, as the organisation itself, and notes it in its trail. */
export const report: StoreCommand = async ({ store, say }, args) => {
  const { name, yearName, format, audience, out } = askedIn(args);
  const organisation = await organisationCalled(store, name);
  const day = today(systemClock);
  await store.database.within({ is: 'own', orgId: organisation.id, personId: null, day }, async (tx) => {
    const { year, record } = await recordCalled(tx, organisation, yearName);
    const told = valueOf(toldTo(audience, record));
    const written = await writeReport(told, format, { words: en, dated: day, demonstration: store.demonstration });
    await noteReport(tx, organisation.id, { year, format, audience, marking: written.marking });
    keep(out, written);
    say(said.written(out, written.marking));
  });
};

function askedIn(args: readonly string[]) {
  const { positionals: [name, yearName, ...rest], values } = parsed(args);
  if (name === undefined || yearName === undefined || rest.length > 0 || values.out === undefined || values.format === undefined) throw wrongUse();
  const format = reportFormatOf(values.format);
  if (!format) throw new StartRefused(said.noFormat(values.format));
  const audience = audienceOf(values.audience);
  if (!audience) throw new StartRefused(said.noAudience(values.audience));
  return { name, yearName, format, audience, out: values.out };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args], allowPositionals: true,
      options: { format: { type: 'string' }, audience: { type: 'string', default: 'members' }, out: { type: 'string' } },
    });
  } catch {
    throw wrongUse();
  }
}

function wrongUse(): StartRefused {
  return new StartRefused(en.commands.usage(`report ${reportUsage}`));
}

async function organisationCalled({ database }: Store, name: string): Promise<Organisation> {
  return database.within({ is: 'accounts' }, async (tx) => {
    const organisation = await organisationNamed(tx, name);
    if (organisation) return organisation;
    const known = (await organisationsByName(tx)).map(({ shortName }) => shortName);
    throw new StartRefused(said.noOrganisation(name, nearNames(name, known)));
  });
}

async function recordCalled(tx: Transaction, organisation: Organisation, yearName: string): Promise<{ year: Year; record: ReportRecord }> {
  const year = yearOf(yearName);
  const read = year && await readRecord({ tx, organisation, scope: 'own', today: today(systemClock) }, year);
  if (year && read) return { year, record: valueOf(read) };
  const years = (await assessmentsOf(tx, organisation.id)).map((assessment) => assessment.year);
  throw new StartRefused(said.noYear(yearName, organisation.name, years));
}

function valueOf<T>(outcome: Outcome<T>): T {
  if (outcome.accepted) return outcome.value;
  throw new StartRefused(outcome.refusals.map(({ say }) => say(en)).join('\n'));
}

function keep(path: string, { bytes }: WrittenReport): void {
  try {
    writeFileSync(path, bytes);
  } catch (error) {
    throw new StartRefused(said.notWritten(path, error instanceof Error && 'code' in error ? String(error.code) : ''));
  }
}
