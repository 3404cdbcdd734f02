import { Dialog } from '@/components/dialog';
import { type Model, models } from '@/lib/models';
import { REASONING_NAMES } from './reasoning-picker';

const tokens = new Intl.NumberFormat('en', {
  notation: 'compact',
  maximumFractionDigits: 0,
});

/** Chooses the model, and says what each can do and costs. */
export function ModelPicker({
  model,
  onChange,
}: {
  model: Model;
  onChange: (model: Model) => void;
}) {
  return (
    <Dialog
      title="Models"
      buttonClass="picker"
      button={
        <>
          <span className="visually-hidden">Model: </span>
          {model.name}
        </>
      }
    >
      {close => (
        <>
          <p className="facts">
            All of them think and call tools. Prices are in USD for a million
            tokens, as of October 2026.
          </p>
          <ul className="models">
            {models.map(offered => (
              <li key={offered.id}>
                <button
                  type="button"
                  className="model"
                  aria-pressed={offered === model}
                  onClick={() => {
                    onChange(offered);
                    close();
                  }}
                >
                  <ModelFacts model={offered} />
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  );
}

function ModelFacts({ model }: { model: Model }) {
  const { name, takesImages, contextTokens, reasoningLevels, price } = model;

  return (
    <>
      <span className="model-name">
        {name}
        {takesImages && <span className="topic">Images</span>}
      </span>
      <span className="facts">
        {tokens.format(contextTokens)} context · ${price.input.toFixed(2)} in, $
        {price.output.toFixed(2)} out
      </span>
      <span className="facts">
        Reasoning:{' '}
        {reasoningLevels
          .map(level => REASONING_NAMES[level].toLowerCase())
          .join(', ')}
      </span>
    </>
  );
}
