const SUGGESTIONS = [
  'What is the weather in Lisbon?',
  'What is 12 * (7 + 5)?',
  'Count from 1 to 60.',
  'Show me code and a table in Markdown.',
];

/** What an empty conversation shows. */
export function Welcome({ onChoose }: { onChoose: (text: string) => void }) {
  return (
    <section className="welcome" aria-labelledby="welcome-title">
      <h2 id="welcome-title">Ask something</h2>
      <p>
        The model thinks before it answers, and may look up the weather or
        calculate.
      </p>
      <ul className="suggestions">
        {SUGGESTIONS.map(suggestion => (
          <li key={suggestion}>
            <button
              type="button"
              className="button"
              onClick={() => onChoose(suggestion)}
            >
              {suggestion}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
