/** A way between a client and a server. */
export interface Network {
  name: string;
  origin: string;
  /** Whether `fetch` alone has no chance either. */
  isLostByFetch?: boolean;
  /** Version of Node.js. Default: 20. */
  node?: string;
  env?: Record<string, string>;
  /** A file to be used as `/etc/hosts`. */
  hosts?: string;
}
