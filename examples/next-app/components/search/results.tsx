import type { SearchAnswer, SearchResult } from '@/lib/search-corpus';
import { ResultsMap } from './results-map';

/** What was found, best first, and how. */
export function Results({
  answer: { results, map, metadata },
}: {
  answer: SearchAnswer;
}) {
  return (
    <section aria-label="Results">
      <ResultsMap map={map} results={results} />
      <ol className="results">
        {results.map(result => (
          <Result key={result.document.title} result={result} />
        ))}
      </ol>
      <p className="facts">
        {metadata.documents} texts compared, the nearest {metadata.candidates}{' '}
        reranked · {metadata.milliseconds} ms · transport{' '}
        {String(metadata.corpus?.transport)}
      </p>
    </section>
  );
}

function Result({
  result: { document, relevance, placeBySimilarity },
}: {
  result: SearchResult;
}) {
  const percent = Math.round(relevance * 100);

  return (
    <li className="result">
      <h2>{document.title}</h2>
      <p>{document.text}</p>
      <div className="facts">
        <span className="topic">{document.topic}</span>
        <span className="relevance">
          <span className="bar" aria-hidden="true">
            <span style={{ width: `${percent}%` }} />
          </span>
          {percent}% relevant
        </span>
        <span>No. {placeBySimilarity} by similarity</span>
      </div>
    </li>
  );
}
