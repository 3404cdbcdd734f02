/** @type {Record<string, () => Promise<{ createBaseten: unknown }>>} */
const variants = {
  this: async () => await import('../../dist/index.js'),
  2: async () => await import('baseten-2'),
};

/**
 * @param {import('../worker.mjs').Job} job
 * @returns {Promise<import('../worker.mjs').Task>}
 */
export async function prepare({ variant }) {
  const run = variants[variant];
  if (run == null) throw new Error(`There is no variant ${variant}.`);
  return {
    run,
    check: ({ createBaseten }) => {
      if (typeof createBaseten !== 'function') {
        throw new Error('The import lacks createBaseten.');
      }
    },
  };
}
