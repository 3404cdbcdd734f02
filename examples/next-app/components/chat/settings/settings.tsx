import type { Preferences } from '@/lib/preferences';
import { ModelPicker } from './model-picker';
import { ReasoningPicker } from './reasoning-picker';
import { RuntimeSwitch } from './runtime-switch';

/** Who answers, how thoughtfully, and where the route runs. */
export function Settings({
  preferences: { model, reasoning, runtime },
  onChange,
}: {
  preferences: Preferences;
  onChange: (changes: Partial<Preferences>) => void;
}) {
  return (
    <div className="settings">
      <ModelPicker model={model} onChange={model => onChange({ model })} />
      <ReasoningPicker
        model={model}
        level={reasoning}
        onChange={reasoning => onChange({ reasoning })}
      />
      <RuntimeSwitch
        runtime={runtime}
        onChange={runtime => onChange({ runtime })}
      />
    </div>
  );
}
