import { administrator, createToken } from '../capabilities/accounts/index.ts';
import { organisationCommand } from '../capabilities/organisations/index.ts';
import { systemClock, today } from '../platform/clock.ts';
import type { FileStore } from '../platform/files.ts';
import type { Store } from '../platform/store.ts';
import type { Settings } from '../settings.ts';
import { en } from '../words/index.ts';
import { importSheet, importUsage } from './import.ts';
import { loadEdition, nameEditionKeeper } from './edition.ts';
import { openPrepared } from './opening.ts';
import { report, reportUsage } from './report.ts';
import { retention } from './retention.ts';
import { sampleUsage, verifySamples } from './sample.ts';
import { serve } from './serve.ts';
import { verify } from './verify.ts';

export type Command = {
  /** As it is typed, "edition load". */
  readonly name: string;
  readonly usage: string;
  readonly means: string;
  readonly run: (settings: Settings, args: readonly string[]) => Promise<void>;
};

/** What a command that works on the store is given. */
export type StoreCommand = (context: { readonly store: Store; readonly files: FileStore; readonly say: (line: string) => void }, args: readonly string[]) => Promise<void>;

const said = en.commands;

/** Every command of ./dueregard; docs/commands.md lists them, and a test compares. */
export const commands: readonly Command[] = [
  { name: 'serve', usage: '', means: said.serve, run: (settings) => serve(settings) },
  { name: 'edition load', usage: 'FILE', means: said.editionLoad, run: onStore(loadEdition) },
  { name: 'edition keeper', usage: 'EMAIL', means: said.editionKeeper, run: onStore(nameEditionKeeper) },
  { name: 'organisation', usage: 'list|add|move|merge …', means: said.organisation, run: onStore(({ store, say }, args) => organisationCommand(args, store.owner, today(systemClock), say)) },
  { name: 'administrator', usage: '--organisation SHORT --name NAME --email EMAIL', means: said.administrator, run: (settings, args) => onStore(inviteAdministrator(settings))(settings, args) },
  { name: 'token create', usage: '--person EMAIL [--scope read|write] [--days N] [--name NAME]', means: en.api.cli.means, run: onStore(({ store, say }, args) => createToken(args, store, say)) },
  { name: 'import', usage: importUsage, means: en.imports.command.means, run: onStore(importSheet) },
  { name: 'report', usage: reportUsage, means: en.reports.command.means, run: onStore(report) },
  { name: 'sample verify', usage: sampleUsage, means: en.dipSampling.command.means, run: onStore(verifySamples) },
  { name: 'retention', usage: '', means: said.retention, run: onStore(retention) },
  { name: 'verify', usage: '[--heads FILE] [--against FILE]', means: said.verify, run: onStore(verify) },
  { name: 'help', usage: '', means: said.help, run: async () => help() },
];

/** The command that the words begin with, the longest name first, and what is left of the words. */
export function commandIn(words: readonly string[]): { readonly command: Command; readonly args: readonly string[] } | undefined {
  for (const length of [2, 1]) {
    const command = commands.find(({ name }) => name === words.slice(0, length).join(' '));
    if (command) return { command, args: words.slice(length) };
  }
  return undefined;
}

function help(): void {
  console.log(said.intro);
  for (const { name, usage, means } of commands) console.log(`  ./dueregard ${`${name} ${usage}`.trim()}\n      ${means}`);
  console.log(said.more);
}

function inviteAdministrator({ publicAddress, host, port }: Settings): StoreCommand {
  const address = publicAddress ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  return ({ store: { database, demonstration }, say }, args) => administrator(args, { database, demonstration, address, today: today(systemClock) }, say);
}

/** A command beside the running server, or with a database of its own for as long as it runs. */
function onStore(work: StoreCommand): Command['run'] {
  return async (settings, args) => {
    const { store, files } = await openPrepared(settings, { say: (line) => console.error(line), beside: true });
    try {
      await work({ store, files, say: (line) => console.log(line) }, args);
    } finally {
      await store.close();
    }
  };
}
