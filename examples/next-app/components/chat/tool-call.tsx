import type { ChatMessage } from '@/lib/chat-message';

type Call = Extract<
  ChatMessage['parts'][number],
  { type: 'tool-weather' | 'tool-calculator' }
>;

/** A tool that the model called: what it is and what came of it. */
export function ToolCall({ call }: { call: Call }) {
  const isRunning =
    call.state === 'input-streaming' || call.state === 'input-available';

  return (
    <details className="fold tool-call">
      <summary className={isRunning ? 'pending' : undefined}>
        <span className="tool-name">{call.type.replace('tool-', '')}</span>{' '}
        {describe(call)}
      </summary>
      <dl>
        <dt>Input</dt>
        <dd>{JSON.stringify(call.input)}</dd>
        <dt>Output</dt>
        <dd>{JSON.stringify(call.output) ?? 'None'}</dd>
      </dl>
    </details>
  );
}

function describe(call: Call): string {
  if (call.state === 'output-error') {
    return call.errorText;
  }
  const isDone = call.state === 'output-available';

  if (call.type === 'tool-weather') {
    const city = call.input?.city ?? '';
    return isDone
      ? `${city}: ${call.output.celsius} °C and ${call.output.sky}`
      : city;
  }
  const expression = call.input?.expression ?? '';
  return isDone ? `${expression} = ${call.output.result}` : expression;
}
