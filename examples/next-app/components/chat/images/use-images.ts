import type { FileUIPart } from 'ai';
import { useState } from 'react';
import { readImage } from '@/lib/read-image';

/** The images that go with the next message. */
export function useImages() {
  const [list, setList] = useState<FileUIPart[]>([]);
  const [problem, setProblem] = useState<string>();

  const add = async (file: File) => {
    setProblem(undefined);
    try {
      const image = await readImage(file);
      setList(others => [
        ...others.filter(({ url }) => url !== image.url),
        image,
      ]);
    } catch {
      setProblem(`${file.name} is no image that this browser can read.`);
    }
  };
  const remove = (image: FileUIPart) =>
    setList(others => others.filter(other => other !== image));
  const clear = () => {
    setList([]);
    setProblem(undefined);
  };

  return { list, problem, add, remove, clear };
}
