/**
 * @typedef {{ getModuleInfo: import('rolldown').GetModuleInfo }} Graph
 * @typedef {{ start: Set<string>, adapters: Set<string>, calls: Map<string, Set<string>> }} Reach
 */

/** The files, first those that the others import. */
const CHUNKS = ['core', 'shared', 'requests', 'chat'];

/**
 * Puts modules into few files, since each costs a runtime time to find and open:
 *
 * - `core`: what the entries need at their start;
 * - `chat`, `requests`: what several first calls load, of chat or of the others;
 * - `shared`: what both of them load.
 *
 * What a single call needs stays in the file of that call.
 *
 * @param {readonly string[]} entries Ids of the modules that apps import, the
 * package's main one first.
 * @returns {import('rolldown').CodeSplittingGroup[]}
 */
export function createChunkGroups([main = '', ...others]) {
  /** @type {Reach | undefined} */
  let reach;

  return CHUNKS.map((chunk, index) => ({
    name: (id, graph) => {
      reach ??= {
        start: follow([main], graph),
        adapters: follow(others, graph),
        calls: followCalls(main, graph),
      };
      return chooseChunk(id, reach) === chunk ? chunk : null;
    },
    debugName: chunk,
    priority: CHUNKS.length - index,
  }));
}

/**
 * @param {string} id
 * @param {Reach} reach
 */
function chooseChunk(id, { start, adapters, calls }) {
  const areChat = [...calls]
    .filter(([, modules]) => modules.has(id))
    .map(([call]) => /\/chat\//.test(call));

  if (start.has(id) || (adapters.has(id) && areChat.length > 0)) {
    return 'core';
  }
  if (areChat.length < 2) {
    return undefined;
  }
  if (areChat.every(isChat => isChat)) {
    return 'chat';
  }
  return areChat.includes(true) ? 'shared' : 'requests';
}

/**
 * @param {string} main
 * @param {Graph} graph
 * @returns {Map<string, Set<string>>} what each first call loads.
 */
function followCalls(main, graph) {
  const calls = [...follow([main], graph)].flatMap(
    id => graph.getModuleInfo(id)?.dynamicallyImportedIds ?? [],
  );
  return new Map(calls.map(id => [id, follow([id], graph)]));
}

/**
 * @param {readonly string[]} ids
 * @param {Graph} graph
 * @returns {Set<string>} the modules and all that they import, but for dynamic
 * imports.
 */
function follow(ids, graph) {
  const found = new Set(ids);
  for (const id of found) {
    for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) {
      found.add(imported);
    }
  }
  return found;
}
