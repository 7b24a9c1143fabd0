export const codes = ['yes', 'partly', 'no', 'na'] as const;
/** What a reviewer says of one question of one case. */
export type Code = (typeof codes)[number];

/** How often the chair said the one and the police reviewer the other: 16 counts, a row for each answer of the chair. */
export type Pairs = readonly number[];

export type Agreement = {
  readonly answers: number;
  readonly same: number;
  /** In whole percent, rounded. */
  readonly percent: number;
  /** Cohen’s kappa; undefined where chance alone would make them agree always. */
  readonly kappa: number | undefined;
  /** The interval that holds it in 95 of 100 such samples; undefined where the formula says nothing: all the same, or all apart. */
  readonly interval: readonly [number, number] | undefined;
};

/** Of a normal distribution, 95% lie within so many standard errors. */
const within = 1.959964;
const size = codes.length;

export function pairsOf(answers: readonly { readonly chair: Code; readonly police: Code }[]): Pairs {
  const pairs = Array.from({ length: size * size }, () => 0);
  for (const { chair, police } of answers) {
    const at = codes.indexOf(chair) * size + codes.indexOf(police);
    pairs[at] = (pairs[at] ?? 0) + 1;
  }
  return pairs;
}

/**
 * How far two reviewers agree, and how far beyond chance: Cohen, A coefficient of agreement for nominal scales (1960). The
 * interval is that of Fleiss, Cohen and Everitt, Large sample standard errors of kappa and weighted kappa (1969).
 */
export function agreementOf(pairs: Pairs): Agreement | undefined {
  const answers = pairs.reduce((total, count) => total + count, 0);
  if (answers === 0) return undefined;
  const share = (row: number, column: number) => (pairs[row * size + column] ?? 0) / answers;
  const each = codes.map((_, at) => at);
  const sum = (of: (at: number) => number) => each.reduce((total, at) => total + of(at), 0);
  const rows = each.map((row) => sum((column) => share(row, column)));
  const columns = each.map((column) => sum((row) => share(row, column)));
  const margin = (list: readonly number[], at: number) => list[at] ?? 0;
  const same = each.reduce((total, at) => total + (pairs[at * size + at] ?? 0), 0);
  const [observed, expected] = [same / answers, sum((at) => margin(rows, at) * margin(columns, at))];
  const told = { answers, same, percent: Math.round(observed * 100) };
  if (1 - expected < 1e-12) return { ...told, kappa: undefined, interval: undefined };
  const kappa = (observed - expected) / (1 - expected);
  if (same === answers) return { ...told, kappa: 1, interval: undefined };
  const onDiagonal = sum((at) => share(at, at) * (1 - (margin(rows, at) + margin(columns, at)) * (1 - kappa)) ** 2);
  const offDiagonal = (1 - kappa) ** 2 * sum((row) => sum((column) => (row === column ? 0 : share(row, column) * (margin(columns, row) + margin(rows, column)) ** 2)));
  const variance = (onDiagonal + offDiagonal - (kappa - expected * (1 - kappa)) ** 2) / (answers * (1 - expected) ** 2);
  if (!(variance > 1e-12)) return { ...told, kappa, interval: undefined };
  const reach = within * Math.sqrt(variance);
  return { ...told, kappa, interval: [Math.max(kappa - reach, -1), Math.min(kappa + reach, 1)] };
}
