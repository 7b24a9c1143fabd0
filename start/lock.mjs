// One installation at a time in one clone. The lock is a file that names its holder; the holder touches it while it
// works, so that a process number used again (in another container, after a restart) cannot hold it for ever.
import { existsSync, linkSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const FORGOTTEN_AFTER_MS = 60_000;
const TOUCH_MS = 5_000;
const LOOK_MS = 200;

/** Waits for the lock at `file`, runs `work` and gives it back. `told.waiting` and `told.takingOver` hear of the other holder. */
export async function withLock(file, told, work) {
  await acquire(file, told);
  const touching = setInterval(() => existsSync(file) && utimesSync(file, new Date(), new Date()), TOUCH_MS);
  try {
    return await work();
  } finally {
    clearInterval(touching);
    rmSync(file, { force: true });
  }
}

async function acquire(file, told) {
  let toldOf;
  while (!create(file)) {
    const holder = holderOf(file);
    if (holder === undefined) continue;
    if (isDead(holder)) {
      if (remove(file, holder)) told.takingOver(holder.pid);
      continue;
    }
    if (toldOf !== holder.pid) told.waiting(holder.pid);
    toldOf = holder.pid;
    await sleep(LOOK_MS);
  }
}

/** A link appears with its content or not at all, so nobody reads a lock without a holder. */
function create(file) {
  const mine = `${file}.${process.pid}`;
  writeFileSync(mine, String(process.pid));
  try {
    linkSync(mine, file);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(mine);
  }
}

function holderOf(file) {
  try {
    return { pid: Number(readFileSync(file, 'utf8')), touched: statSync(file).mtimeMs };
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function isDead({ pid, touched }) {
  if (pid === process.pid || Date.now() - touched > FORGOTTEN_AFTER_MS) return true;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}

/** Takes the dead holder's lock away. If another start was quicker, the lock moved is that one's, and goes back. */
function remove(file, holder) {
  const aside = `${file}.${process.pid}.old`;
  try {
    renameSync(file, aside);
    const isTheDeadOne = Number(readFileSync(aside, 'utf8')) === holder.pid && statSync(aside).mtimeMs === holder.touched;
    if (!isTheDeadOne) linkSync(aside, file);
    rmSync(aside);
    return isTheDeadOne;
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'EEXIST') return false;
    throw error;
  }
}
