import type { Marking } from '../../../kernel/marking.ts';
import type { Words } from '../../../words/index.ts';
import type { Frozen, FrozenBenchmark, FrozenEvidence } from '../../assessment/index.ts';

type IndexProps = {
  readonly words: Words; readonly frozen: Frozen; readonly marking: Marking; readonly invented: boolean;
  /** Where each file lies beside the index, by its evidence. */
  readonly places: ReadonlyMap<string, string>;
};

const styles = 'body{font-family:sans-serif;line-height:1.5;max-width:48rem;margin:2rem auto;padding:0 1rem;color:#0b0c0c}.marking{font-weight:bold;text-align:center}li{margin-bottom:.5rem}';

/** The submission as one page that needs nothing but the folder it lies in. */
export function BundleIndex(props: IndexProps) {
  const { words, frozen, marking, invented } = props;
  const said = words.moderation.bundle;
  const title = said.title(frozen.organisation.name, frozen.year);
  return (
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} – ${marking}`}</title>
        <style>{styles}</style>
      </head>
      <body>
        <header><p class="marking">{marking}</p></header>
        <main>
          <h1>{title}</h1>
          {invented && <p><strong>{words.moderation.writtenLetter.invented(frozen.organisation.name)}</strong></p>}
          <p>{said.intro}</p>
          <p><a href="submission.json">submission.json</a>, <a href="manifest-sha256.txt">manifest-sha256.txt</a></p>
          <h2>{said.evidence}</h2>
          {frozen.evidence.length === 0 ? <p>{said.noEvidence}</p> : <ul>{frozen.evidence.map((piece) => <Piece {...props} piece={piece} />)}</ul>}
          {frozen.benchmarks.map((benchmark) => <Benchmark {...props} benchmark={benchmark} />)}
        </main>
        <footer><p class="marking">{marking}</p></footer>
      </body>
    </html>
  );
}

function Piece({ words, places, piece: { id, title, url, file_name: fileName, indicators, marking } }: IndexProps & { readonly piece: FrozenEvidence }) {
  const said = words.moderation.bundle;
  const place = places.get(id);
  const name = place !== undefined ? <a href={place.split('/').map(encodeURIComponent).join('/')}>{title}</a> : url !== null ? <a href={url}>{title}</a> : <>{title} {said.withheld(fileName ?? '')}</>;
  return <li id={id}>{name} ({marking}; {indicators.join(', ')})</li>;
}

function Benchmark({ words, frozen, benchmark: { number, title, rating, indicators } }: IndexProps & { readonly benchmark: FrozenBenchmark }) {
  const said = words.moderation.bundle;
  const titles = new Map(frozen.evidence.map((piece) => [piece.id, piece.title]));
  return (
    <section>
      <h2>{`${number} ${title}`}</h2>
      <p>{said.rating(rating.label)}</p>
      {rating.is === 'not applicable' && <p>{words.moderation.findings.reason(rating.reason, rating.lead_body)}</p>}
      {rating.narrative !== '' && <p>{rating.narrative}</p>}
      <ul>
        {indicators.map(({ code, text, answer, evidence }) => (
          <li>
            <strong>{code}</strong> {text ?? ''} <strong>{answer ? words.assessment.statuses[answer.status] : said.noAnswer}</strong> {answer?.note ?? ''}
            {evidence.length > 0 && <ul>{evidence.map((id) => <li><a href={`#${id}`}>{titles.get(id) ?? id}</a></li>)}</ul>}
          </li>
        ))}
      </ul>
    </section>
  );
}
