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
  /** Whether the client went away before the reply was finished. */
  readonly aborted: boolean;
  /** How many requests were being answered when it came, itself included. */
  readonly inFlight: number;
}

/** The log's own view of a request, which it completes as time goes on. */
export type MutableRequest = {
  -readonly [Key in keyof RecordedRequest]: RecordedRequest[Key];
};

/** What the server has been asked, and how much of it at the same time. */
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
