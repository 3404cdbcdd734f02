/** A request as the server saw it. */
export interface RecordedRequest {
  readonly method: string;
  /** Path and query as the client sent them. */
  readonly path: string;
  readonly httpVersion: '1.1' | '2.0';
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /**
   * The parsed JSON, the fields of a form by name, or the text if it is
   * neither. `undefined` without a body and, with `recordBodies: false`, once
   * the request is answered.
   */
  readonly body: unknown;
  /** When the request was complete, in milliseconds since 1970. */
  readonly at: number;
  /** Whether the client disconnected before the reply was complete. */
  readonly aborted: boolean;
  /** Number of requests in progress when it arrived, itself included. */
  readonly inFlight: number;
}

/** The log's mutable view of a request, updated while the request is served. */
export type MutableRequest = {
  -readonly [Key in keyof RecordedRequest]: RecordedRequest[Key];
};

/** The requests that the server received, and the peak number in progress. */
export class RequestLog {
  requests: MutableRequest[] = [];
  peakInFlight = 0;
  private inFlight = 0;

  /**
   * Counts a request that begins.
   *
   * @returns its number in flight, and a function that counts its end, once.
   */
  enter(): { inFlight: number; leave: () => void } {
    this.inFlight += 1;
    this.peakInFlight = Math.max(this.peakInFlight, this.inFlight);
    let isIn = true;
    return {
      inFlight: this.inFlight,
      leave: () => {
        if (isIn) this.inFlight -= 1;
        isIn = false;
      },
    };
  }

  reset(): void {
    this.requests = [];
    this.peakInFlight = this.inFlight;
  }
}
