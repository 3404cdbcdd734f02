const SUGGESTIONS = [
  'How do whales hear each other across an ocean?',
  'Who found a way for blind people to read?',
  'Why does food turn brown in the oven?',
  'Animals that can sleep while they fly',
];

export function Suggestions({
  onChoose,
}: {
  onChoose: (query: string) => void;
}) {
  return (
    <ul className="suggestions" aria-label="Suggestions">
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
  );
}
