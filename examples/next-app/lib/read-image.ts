import type { FileUIPart } from 'ai';

/** Models see no more than this, and a request is not to grow without need. */
const LONGEST_SIDE = 2048;
const LARGEST_BYTES = 1_000_000;
const SENT_AS_IT_IS = ['image/png', 'image/jpeg', 'image/webp', 'image/gif'];

/**
 * An image as a part of a message. A large one, or one of a kind that models do
 * not read, becomes a JPEG.
 *
 * @throws if the browser cannot read it.
 */
export async function readImage(file: File): Promise<FileUIPart> {
  const bitmap = await createImageBitmap(file);
  const scale = Math.min(
    1,
    LONGEST_SIDE / Math.max(bitmap.width, bitmap.height),
  );
  const isFit =
    scale === 1 &&
    file.size <= LARGEST_BYTES &&
    SENT_AS_IT_IS.includes(file.type);
  const image = isFit ? file : await toJpeg(bitmap, scale);
  bitmap.close();

  return {
    type: 'file',
    mediaType: image.type,
    filename: file.name,
    url: await toDataURL(image),
  };
}

async function toJpeg(bitmap: ImageBitmap, scale: number): Promise<Blob> {
  const width = Math.round(bitmap.width * scale);
  const height = Math.round(bitmap.height * scale);
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('This browser cannot draw images.');
  // JPEG has no transparency: white is behind it, not black.
  context.fillStyle = 'white';
  context.fillRect(0, 0, width, height);
  context.drawImage(bitmap, 0, 0, width, height);
  return await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.85 });
}

function toDataURL(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}
