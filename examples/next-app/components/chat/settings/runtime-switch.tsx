import type { Runtime } from '@/lib/chat-message';

export const RUNTIME_NAMES: Record<Runtime, string> = {
  nodejs: 'Node.js',
  edge: 'Edge',
};

const RUNTIMES: Runtime[] = ['nodejs', 'edge'];

/** Chooses which of the two routes answers. */
export function RuntimeSwitch({
  runtime,
  onChange,
}: {
  runtime: Runtime;
  onChange: (runtime: Runtime) => void;
}) {
  return (
    <fieldset className="runtime-switch">
      <legend>Runtime</legend>
      {RUNTIMES.map(value => (
        <label key={value}>
          <input
            type="radio"
            name="runtime"
            value={value}
            checked={value === runtime}
            onChange={() => onChange(value)}
          />
          {RUNTIME_NAMES[value]}
        </label>
      ))}
    </fieldset>
  );
}
