import type { Words } from '../../../words/index.ts';
import { ratingLabel, type Edition } from '../../frameworks/index.ts';
import type { Lack } from '../rules.ts';

/** The entry of the check page's list that the error summary leads to. */
export function lackId(at: number): string {
  return `lack-${at + 1}`;
}

export function lackSentence(words: Words, edition: Edition, lack: Lack): string {
  const said = words.assessment.submission;
  const { number, title } = lack.benchmark;
  const benchmark = said.benchmark(number, title.en);
  switch (lack.is) {
    case 'not rated': return said.lacks.notRated(benchmark);
    case 'nothing in place': return said.lacks.nothingInPlace(benchmark, ratingLabel(edition, lack.levelCode, 'en') ?? lack.levelCode);
    case 'no evidence': return said.lacks.noEvidence(lack.indicator.code, benchmark);
    case 'evidence expired': return said.lacks.expired(lack.indicator.code, benchmark);
  }
}
