import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, readFileSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { en } from '../words/index.ts';
import { StartRefused } from './start-refused.ts';

/** As whom PostgreSQL runs, since it refuses root: the words before its command, and the account for it, if another. */
export type Account = { readonly prefix: readonly string[]; readonly user?: { readonly uid: number; readonly gid: number } };

// Root in a namespace where it is called "nobody": no account is needed and the files stay root's own.
const namespace = ['unshare', '--user', '--map-user=65534', '--map-group=65534'];

/** The account for the database in this folder; as root without user namespaces (most containers) that is "postgres" or "nobody". */
export function chooseAccount(folder: string): Account {
  if (process.geteuid?.() !== 0 || runs([...namespace, 'true'])) {
    return { prefix: process.geteuid?.() === 0 ? namespace : [] };
  }
  const user = systemUser('postgres') ?? systemUser('nobody');
  if (!user) throw new StartRefused(en.start.root(folder));
  return { prefix: [], user };
}

/** Gives a folder and all in it to the account, where it is not the account of this process. */
export function giveTo(account: Account, folder: string): void {
  const { user } = account;
  if (!user) return;
  if (statSync(folder).uid !== user.uid) {
    chownSync(folder, user.uid, user.gid);
    runs(['chown', '-R', `${user.uid}:${user.gid}`, folder]);
  }
  if (!runs(['test', '-w', folder, '-a', '-x', folder], user)) throw new StartRefused(en.start.root(folder));
}

/**
 * The words that have the kernel send a child a signal when this process ends in whatever way. It is tied to the
 * thread that starts the child, and a change of user undoes it, so these words stand after the account's prefix.
 */
export function whenWeEnd(signal: 'INT' | 'KILL'): readonly string[] {
  const found = (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, 'setpriv')));
  return found ? ['setpriv', '--pdeathsig', signal] : [];
}

function runs([command = '', ...words]: readonly string[], user: Account['user'] = undefined): boolean {
  return spawnSync(command, words, { stdio: 'ignore', ...user }).status === 0;
}

function systemUser(name: string): Account['user'] {
  const line = existsSync('/etc/passwd') ? readFileSync('/etc/passwd', 'utf8').split('\n').find((each) => each.startsWith(`${name}:`)) : undefined;
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}
