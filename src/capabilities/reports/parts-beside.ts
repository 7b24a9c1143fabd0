import type { Section } from '../../documents/model.ts';
import { challengedLabel, english, notesOf, type Making } from './parts.ts';

/** The first that is read after the cover: what has been put right since the submission. */
export function amendedPart({ told: { edition, amendments, leftOut }, words: { secondReader: { amendment }, assessment } }: Making): Section {
  const items = amendments.map(({ amendedAt, benchmarkCode, text }) => {
    const benchmark = edition.benchmarks.find(({ code }) => code === benchmarkCode);
    const concerns = benchmark ? amendment.concerns(assessment.submission.benchmark(benchmark.number, english(benchmark.title))) : amendment.whole;
    return { label: amendment.listed(amendment.dated(amendedAt), concerns), text };
  });
  return {
    title: amendment.heading,
    blocks: [
      ...(items.length > 0 ? [{ kind: 'list', ordered: false, items } as const] : []),
      ...notesOf(leftOut.amendments > 0 ? [amendment.leftOut(leftOut.amendments)] : []),
    ],
  };
}

/** How far the body is with what was recommended; nothing where it has taken up none of it. */
export function progressPart({ told: { progress, edition: { report } }, said, fill, words: { recommendations, moderation } }: Making): Section {
  const { list, states } = recommendations;
  return {
    title: said.part(fill(report.summary_heading), said.progress),
    blocks: progress.length === 0 ? [] : [{
      kind: 'table', caption: said.progressCaption, columns: [{ title: list.recommendation, rowHeader: true }, { title: list.due }, { title: list.state }],
      rows: progress.map(({ number, dueOn, state }) => [moderation.reply.toRecommendation(number), dueOn === null ? list.noDay : moderation.day(dueOn), states[state]]),
    }],
  };
}

/** Why the second reader sees a benchmark so, and what the lead answered: for those who are told the grounds. */
export function challengePart({ told: { edition, selfRatings }, words: { secondReader }, fill, said }: Making): Section {
  const items = edition.benchmarks.flatMap(({ code, title }) => {
    const challenged = selfRatings.byBenchmark.get(code)?.challenged;
    if (!challenged || challenged.reason === '') return [];
    const { levelCode, reason, reply } = challenged;
    const answer = reply ? ` ${reply.kept ? secondReader.challenge.keptBecause : secondReader.challenge.changedBecause} ${reply.reason}` : '';
    return [{ label: `${english(title)}: ${challengedLabel(edition, levelCode)}`, text: `${reason}${answer}` }];
  });
  return { title: said.part(fill(edition.report.benchmarks_heading), said.challenged), blocks: items.length > 0 ? [{ kind: 'list', ordered: false, items }] : [] };
}
