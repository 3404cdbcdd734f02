import { type Model, models } from '@/lib/models';

const [suggested] = models.filter(({ takesImages }) => takesImages);

/** Says that the chosen model cannot see the images, and offers one that can. */
export function ImagesNotice({
  model,
  onChangeModel,
}: {
  model: Model;
  onChangeModel: (model: Model) => void;
}) {
  return (
    <p className="note" role="status">
      {model.name} takes no images.{' '}
      {suggested && (
        <button
          type="button"
          className="link-button"
          onClick={() => onChangeModel(suggested)}
        >
          Use {suggested.name}
        </button>
      )}
    </p>
  );
}
