// Every door imports this file first and the rest only when it agrees, so that an old Node prints a sentence
// and not a syntax error. This file and the doors therefore use no syntax newer than Node 14.
import { words } from './words.mjs';

const OLDEST = 20;

/** Says whether this Node can install and start the product; if not, prints what to do and sets the exit code. */
export function nodeIsNewEnough(version = process.versions.node) {
  if (Number(version.split('.')[0]) >= OLDEST) return true;
  console.error(words.nodeTooOld(version, OLDEST));
  process.exitCode = 1;
  return false;
}
