import type { FileUIPart } from 'ai';
import { useState } from 'react';
import { readImage } from '@/lib/read-image';

/** The images that go with the next message. */
export function useImages() {
  const [images, setImages] = useState<FileUIPart[]>([]);
  const [problem, setProblem] = useState<string>();

  const add = async (files: FileList) => {
    setProblem(undefined);
    for (const file of files) {
      try {
        const image = await readImage(file);
        setImages(others => [
          ...others.filter(({ url }) => url !== image.url),
          image,
        ]);
      } catch {
        setProblem(`${file.name} is no image that this browser can read.`);
      }
    }
  };
  const remove = (image: FileUIPart) =>
    setImages(others => others.filter(other => other !== image));
  const clear = () => {
    setImages([]);
    setProblem(undefined);
  };

  return { images, problem, add, remove, clear };
}
