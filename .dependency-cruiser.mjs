/**
 * Which room of a folder may import which: only those below it, and no room
 * beside it. Imports of types count. Run by `npm run check`.
 */
const SRC = createRules('src', [
  ['utils', 'version'],
  // These two may import each other, file by file.
  ['settings|errors'],
  ['transport'],
  ['batching'],
  [
    ...['chat', 'embedding', 'reranking', 'decisions', 'transcription'],
    ...['speech', 'catalogue'],
  ],
  ['baseten-provider-settings'],
  ['baseten-provider'],
  ['adapters'],
  ['index'],
  ['ai-sdk-5', 'ai-sdk-6', '(no-)?performance-client'],
]);

const LOCAL_BASETEN = createRules('local-baseten', [
  ['utils'],
  ['replies'],
  ['mind'],
  ['chat'],
  ['quirks'],
  ['api'],
  ['server'],
  ['local-baseten-server'],
  ['index'],
  ['main', 'test'],
]);

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-circle',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    ...SRC,
    ...LOCAL_BASETEN,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
  },
};

/**
 * @param {string} folder
 * @param {string[][]} floors Rooms and files of the folder, from the bottom up.
 */
function createRules(folder, floors) {
  const toPath = (/** @type {string[]} */ rooms) =>
    `^${folder}/(${rooms.join('|')})(/|\\.ts$)`;

  return [
    // Every file has its place in the list of floors.
    {
      name: `${folder}-file-without-a-floor`,
      severity: 'error',
      from: {},
      to: { path: `^${folder}/`, pathNot: toPath(floors.flat()) },
    },
    {
      name: `${folder}-file-without-a-floor`,
      severity: 'error',
      from: { path: `^${folder}/`, pathNot: toPath(floors.flat()) },
      to: {},
    },
    {
      name: `${folder}-stands-alone`,
      comment: 'Nothing of the repository outside the folder is imported.',
      severity: 'error',
      from: { path: `^${folder}/`, pathNot: '/test/' },
      to: {
        // Of optional packages only this machine's is in node_modules.
        pathNot: [`^${folder}/`, 'node_modules', '^@basetenlabs/'],
        dependencyTypesNot: ['core'],
      },
    },
    ...floors.flatMap((rooms, floor) =>
      rooms.map(room => ({
        name: `${folder}-${room}-imports-downward`,
        severity: 'error',
        from: { path: toPath([room]) },
        to: {
          path: toPath([
            ...rooms.filter(other => other !== room),
            ...floors.slice(floor + 1).flat(),
          ]),
        },
      })),
    ),
  ];
}
