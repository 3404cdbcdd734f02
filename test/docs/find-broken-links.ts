import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { PROJECT } from '../../suites/lib/folders';
import { readProse } from './markdown';

/** Links within the project that lead to no file or to no heading of it. */
export function findBrokenLinks(file: string): string[] {
  return readLinks(file)
    .filter(({ target, anchor }) =>
      anchor == null
        ? !existsSync(join(PROJECT, target))
        : !readAnchors(target).includes(anchor),
    )
    .map(({ link }) => link);
}

/** Links within the project, with the path of the file that they lead to. */
export function readLinks(file: string) {
  return [...readProse(file).matchAll(/\]\((?!https?:)([^)]+)\)/g)].map(
    ([, link = '']) => {
      const [path = '', anchor] = link.split('#');
      const target = path === '' ? file : posix.join(posix.dirname(file), path);
      return { link, target, anchor };
    },
  );
}

/** As GitHub makes them of headings. */
function readAnchors(file: string): string[] {
  return [...readProse(file).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\w\- ]/g, '')
      .replaceAll(' ', '-'),
  );
}
