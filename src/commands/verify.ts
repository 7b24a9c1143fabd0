import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { changedAmendments, changedSubmissions } from '../capabilities/assessment/index.ts';
import { drawsAgain } from '../capabilities/dip-sampling/index.ts';
import { damagedFiles } from '../capabilities/evidence/index.ts';
import { changedPublications } from '../capabilities/moderation/index.ts';
import { changedReleases } from '../capabilities/publishing/index.ts';
import { organisationsByName } from '../capabilities/organisations/index.ts';
import { changedReturns } from '../capabilities/risk-log/index.ts';
import { damagedPacks } from '../capabilities/reports/index.ts';
import { today, systemClock } from '../platform/clock.ts';
import { holdsHead, verifyChain, type ChainHead } from '../platform/audit.ts';
import { StartRefused } from '../platform/start-refused.ts';
import { en } from '../words/index.ts';
import type { StoreCommand } from './commands.ts';
import { readTextFile } from './read-file.ts';

const said = en.commands;

/**
 * `verify`: every organisation's audit chain, the hashes of its evidence files and of what it froze.
 * --heads writes down where each chain ends, to be kept elsewhere; --against compares with such a file, which also finds
 * a chain that was cut off or written anew. Fails (exit code 1) when anything differs.
 */
export const verify: StoreCommand = async ({ store, files, say }, args) => {
  const { heads, against } = optionsOf(args);
  const kept = against === undefined ? new Map<string, ChainHead>() : readHeads(against);
  const faults: string[] = [];
  const lines: string[] = [];
  for (const organisation of await store.database.within({ is: 'accounts' }, organisationsByName)) {
    await store.database.within({ is: 'own', orgId: organisation.id, personId: null, day: today(systemClock) }, async (tx) => {
      const report = await verifyChain(tx, organisation.id);
      if (report.fault) faults.push(said.chainFault(organisation.name, report.fault.is, report.fault.seq));
      const anchor = kept.get(organisation.shortName);
      if (anchor && !(await holdsHead(tx, organisation.id, anchor))) faults.push(said.anchorFault(organisation.name, anchor.seq));
      for (const title of await damagedFiles(tx, files, organisation.id)) faults.push(said.fileFault(organisation.name, title));
      for (const id of await changedSubmissions(tx, organisation.id)) faults.push(said.frozenFault(organisation.name, said.submission, id));
      for (const id of await changedAmendments(tx, organisation.id)) faults.push(said.frozenFault(organisation.name, said.amendment, id));
      for (const id of await changedPublications(tx, organisation.id)) faults.push(said.frozenFault(organisation.name, said.publication, id));
      for (const id of await changedReleases(tx, organisation.id)) faults.push(said.frozenFault(organisation.name, said.release, id));
      for (const id of await changedReturns(tx, organisation.id)) faults.push(said.frozenFault(organisation.name, said.return, id));
      for (const { id, faults: changed } of await drawsAgain(tx, organisation.id)) if (changed.length > 0) faults.push(said.frozenFault(organisation.name, said.draw, id));
      for (const id of await damagedPacks(tx, files, organisation.id)) faults.push(said.frozenFault(organisation.name, said.pack, id));
      lines.push(`${organisation.shortName} ${report.head.seq} ${report.head.hash.toString('hex')}`);
      if (report.events > 0) say(said.chainVerified(organisation.name, report.events));
    });
  }
  if (heads !== undefined) { writeFileSync(heads, `${lines.join('\n')}\n`); say(said.headsWritten(heads)); }
  for (const fault of faults) say(fault);
  if (faults.length > 0) throw new StartRefused(said.notVerified(faults.length));
  say(said.verified);
};

function optionsOf(args: readonly string[]): { heads: string | undefined; against: string | undefined } {
  try {
    const { values } = parseArgs({ args: [...args], options: { heads: { type: 'string' }, against: { type: 'string' } } });
    return { heads: values.heads, against: values.against };
  } catch {
    throw new StartRefused(said.usage('verify [--heads FILE] [--against FILE]'));
  }
}

/** The heads that an earlier run wrote: short name, number of events, hash. */
function readHeads(file: string): Map<string, ChainHead> {
  const lines = readTextFile(file).split('\n').filter((line) => line !== '');
  return new Map(lines.map((line) => {
    const parts = /^(\S+) (\d+) ([0-9a-f]{64})$/.exec(line);
    if (!parts?.[1] || !parts[3]) throw new StartRefused(said.notHeads(file));
    return [parts[1], { seq: Number(parts[2]), hash: Buffer.from(parts[3], 'hex') }];
  }));
}
