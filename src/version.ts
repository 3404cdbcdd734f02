declare const __PACKAGE_VERSION__: string | undefined;

/** Version of this package, as in its `package.json`. */
export const VERSION: string =
  typeof __PACKAGE_VERSION__ === 'undefined'
    ? '0.0.0-source'
    : __PACKAGE_VERSION__;
