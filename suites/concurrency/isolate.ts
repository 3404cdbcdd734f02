/** A running server whose handler is the program of this suite. */
export interface Isolate extends AsyncDisposable {
  origin: string;
}

/** A runtime in one of the ways that users have it. */
export interface IsolateKind {
  name: string;
  start: () => Promise<Isolate>;
  /** Whether the handler is told that the client went away. */
  tellsOfClients: boolean;
}
