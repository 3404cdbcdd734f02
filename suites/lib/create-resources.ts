/** Keeps what has to be ended, and ends it in reverse order. */
export interface Resources extends AsyncDisposable {
  /** @returns what it was given. */
  keep<RESOURCE extends Disposable | AsyncDisposable>(
    resource: RESOURCE,
  ): RESOURCE;
}

/** What `AsyncDisposableStack` is from Node.js 24 on. */
export function createResources(): Resources {
  const kept: Array<Disposable | AsyncDisposable> = [];
  return {
    keep: resource => {
      kept.push(resource);
      return resource;
    },
    [Symbol.asyncDispose]: async () => {
      for (const resource of kept.reverse()) {
        if (Symbol.asyncDispose in resource) {
          await resource[Symbol.asyncDispose]();
        } else {
          resource[Symbol.dispose]();
        }
      }
    },
  };
}
