/** How likely a sample is to show what it is meant to show: 95 in 100, as auditors usually ask. */
const wanted = { of: 100n, at: 95n };

/** What a sample of this size can show of a population of that size. */
export type Meaning = {
  /** So many faulty cases, and no fewer, are seen at least once in 95 of 100 samples. */
  readonly faulty: number;
  /** Their chance of being seen, in tenths of a percent, rounded down. */
  readonly tenths: number;
  /** "One case in so many": rounded down, so that the sentence never promises more than is so. */
  readonly oneIn: number;
};

/**
 * The fewest faulty cases that a sample would show with a chance of 95%. The chance that a sample of n out of N has none of K
 * faulty cases is C(N−K, n) / C(N, n): the hypergeometric distribution (docs/sampling.md). Whole numbers throughout.
 */
export function meaningOf({ population, sample }: { readonly population: number; readonly sample: number }): Meaning {
  let [low, high] = [1, population];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (isEnough(chanceOfNone(population, sample, middle))) high = middle;
    else low = middle + 1;
  }
  const { part, whole } = chanceOfNone(population, sample, low);
  return { faulty: low, tenths: Number(((whole - part) * 1000n) / whole), oneIn: Math.floor(population / low) };
}

type Chance = { readonly part: bigint; readonly whole: bigint };

/** The chance that none of the faulty cases is among the sample. */
export function chanceOfNone(population: number, sample: number, faulty: number): Chance {
  let [part, whole] = [1n, 1n];
  for (let drawn = 0; drawn < sample; drawn += 1) {
    part *= BigInt(Math.max(population - faulty - drawn, 0));
    whole *= BigInt(population - drawn);
  }
  return { part, whole };
}

function isEnough({ part, whole }: Chance): boolean {
  return (whole - part) * wanted.of >= whole * wanted.at;
}
