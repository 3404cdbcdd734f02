/** The package that users have today, to compare with as a black box. */
export const PACKAGE_OF_TODAY = '@ai-sdk/baseten@2.1.26';

/** Its name in the project: jest's recipes go by the scope. */
export const ALIAS_OF_TODAY = '@ai-sdk/baseten-of-today';

/** What the project needs beside the package. */
export const PACKAGES = [
  `${ALIAS_OF_TODAY}@npm:${PACKAGE_OF_TODAY}`,
  'jest@30',
  '@babel/core@7',
  '@babel/preset-env@7',
  'ts-jest@29',
  'typescript@5.9',
  'sinon@22',
  'vitest@4',
];
