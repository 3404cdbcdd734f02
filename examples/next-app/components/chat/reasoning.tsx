/** What the model thought, folded away. */
export function Reasoning({
  text,
  isThinking,
}: {
  text: string;
  isThinking: boolean;
}) {
  return (
    <details className="fold">
      <summary className={isThinking ? 'pending' : undefined}>
        {isThinking ? 'Thinking' : 'Thoughts'}
      </summary>
      <p className="text">{text}</p>
    </details>
  );
}
