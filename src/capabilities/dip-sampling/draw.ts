import { createHash } from 'node:crypto';

/** The name of the way that positions are drawn; docs/sampling.md has it byte by byte. Another way gets another name. */
export const drawMethod = 'dueregard-draw-1';

export type Lot = {
  /** SHA-256 of the frozen frame, in hexadecimal digits. */
  readonly frameSha256: string;
  /** The throws of the Channel chair and of the police reviewer, as digits 1 to 6. */
  readonly throws: readonly [string, string];
  /** How many positions the frame has, and how many are drawn. */
  readonly population: number;
  readonly sample: number;
};

/** The positions, from 1, in the order in which they come out: without replacement, all orders equally likely. */
export function draw(lot: Lot): number[] {
  const [numbers, places] = [numbersFrom(seedOf(lot)), Array.from({ length: lot.population }, (_, at) => at + 1)];
  return Array.from({ length: lot.sample }, (_, at) => {
    const chosen = at + numbers(lot.population - at);
    const position = places[chosen];
    const here = places[at];
    if (position === undefined || here === undefined) throw new RangeError('a sample is no larger than what it is drawn from');
    places[chosen] = here;
    return position;
  });
}

/** What the throws and the frame come to: 32 bytes. */
export function seedOf({ frameSha256, throws: [chair, police] }: Lot): Buffer {
  return createHash('sha256').update(`${drawMethod}\n${frameSha256}\n${chair}\n${police}\n`, 'ascii').digest();
}

/** Numbers below a bound, all equally likely: a number that would favour the small ones is passed over. */
function numbersFrom(seed: Buffer): (bound: number) => number {
  let count = 0n;
  const next = () => {
    const counter = Buffer.alloc(8);
    counter.writeBigUInt64BE(count);
    count += 1n;
    return createHash('sha256').update(seed).update(counter).digest().readBigUInt64BE();
  };
  return (bound) => {
    const most = 2n ** 64n - (2n ** 64n % BigInt(bound));
    let number = next();
    while (number >= most) number = next();
    return Number(number % BigInt(bound));
  };
}

export function sha256Of(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
