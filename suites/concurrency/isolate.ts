/** A running server whose handler is the program of this suite. */
export interface Isolate extends AsyncDisposable {
  origin: string;
}

/** A runtime in one of the ways that users have it. */
export interface IsolateKind {
  name: string;
  start: () => Promise<Isolate>;
  /**
   * When it ends what it does for a client that went away. The same for plain
   * `fetch` and other providers: it is the runtime that notices.
   */
  noticesClients: 'never' | 'before it replies' | 'when it writes';
}
