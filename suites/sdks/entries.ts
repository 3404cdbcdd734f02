/**
 * @typedef {object} Entry A way into the package.
 * @property {string} name What is imported.
 * @property {number} specification The version of its models.
 * @property {number[]} runsOn Versions of the AI SDK that take its models, if
 * need be by wrapping them.
 * @property {number[]} compilesOn Those whose types take them as well.
 */

/** @type {Entry[]} */
export const ENTRIES = [
  {
    name: '@ai-sdk/baseten',
    specification: 4,
    runsOn: [7],
    compilesOn: [7],
  },
  {
    name: '@ai-sdk/baseten/ai-sdk-6',
    specification: 3,
    runsOn: [6, 7],
    compilesOn: [6, 7],
  },
  {
    name: '@ai-sdk/baseten/ai-sdk-5',
    specification: 2,
    runsOn: [5, 6, 7],
    compilesOn: [5],
  },
];
