import { setTimeout as sleep } from 'node:timers/promises';
import { formats, type Format } from '../src/documents/formats.ts';
import { plainDocument } from '../src/documents/document.fixture.ts';
import type { Document } from '../src/documents/model.ts';

const all = Object.keys(formats) as Format[];

/** A paper as long as a county's: every kind of block, twelve times. */
const county: Document = {
  ...plainDocument,
  sections: Array.from({ length: 12 }, (_, at) => plainDocument.sections.map((section) => ({ ...section, title: `${at + 1} ${section.title}` }))).flat(),
};

/** Every format at once in a process that has written none before: the seconds, and how long the event loop stood still at most (milliseconds). */
export async function everyFormat(): Promise<{ seconds: number; held: number }> {
  const begun = performance.now();
  const watch = watchLoop();
  await Promise.all(all.map((format) => formats[format].write(county)));
  return { seconds: (performance.now() - begun) / 1000, held: watch() };
}

/** The memory of the process after 150 and after 200 reports, every format in turn (megabytes, the median of several looks). */
export async function manyReports(): Promise<{ before: number; after: number }> {
  const write = async (count: number) => {
    for (let at = 0; at < count; at += 1) await formats[all[at % all.length] ?? 'pdf'].write(county);
    return settledMemory();
  };
  await write(100);
  return { before: await write(50), after: await write(50) };
}

async function settledMemory(): Promise<number> {
  const looks: number[] = [];
  for (let look = 0; look < 5; look += 1) {
    await sleep(200);
    looks.push(process.memoryUsage().rss / 1e6);
  }
  return looks.sort((one, other) => one - other)[2] ?? 0;
}

function watchLoop(): () => number {
  let [longest, last, running] = [0, performance.now(), true];
  const beat = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (running) setImmediate(beat);
  };
  setImmediate(beat);
  return () => { running = false; return longest; };
}
