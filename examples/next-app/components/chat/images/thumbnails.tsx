import type { FileUIPart } from 'ai';

/** The images that go with the next message. */
export function Thumbnails({
  images,
  onRemove,
}: {
  images: FileUIPart[];
  onRemove: (image: FileUIPart) => void;
}) {
  if (images.length === 0) return null;

  return (
    <ul className="thumbnails" aria-label="Images to send">
      {images.map(image => (
        <li key={image.url}>
          {/* biome-ignore lint/performance/noImgElement: its data is in its address */}
          <img src={image.url} alt={image.filename ?? 'Pasted'} />
          <button
            type="button"
            className="quiet-button"
            onClick={() => onRemove(image)}
          >
            Remove
            <span className="visually-hidden"> {image.filename}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
