import { levelFor, type Model, type ReasoningLevel } from '@/lib/models';

export const REASONING_NAMES: Record<ReasoningLevel, string> = {
  'provider-default': 'Default',
  none: 'Off',
  minimal: 'Minimal',
  low: 'Low',
  medium: 'Medium',
  high: 'High',
  xhigh: 'Very high',
  max: 'Maximal',
};

/** Chooses how hard the model thinks, among the levels that it has. */
export function ReasoningPicker({
  model,
  level,
  onChange,
}: {
  model: Model;
  level: ReasoningLevel;
  onChange: (level: ReasoningLevel) => void;
}) {
  const levels: ReasoningLevel[] = [
    'provider-default',
    ...model.reasoningLevels,
  ];

  return (
    <label className="reasoning-picker">
      Reasoning{' '}
      <select
        className="picker"
        value={levelFor(model, level)}
        onChange={event => {
          const chosen = levels.find(name => name === event.target.value);
          if (chosen) onChange(chosen);
        }}
      >
        {levels.map(name => (
          <option key={name} value={name}>
            {REASONING_NAMES[name]}
          </option>
        ))}
      </select>
    </label>
  );
}
