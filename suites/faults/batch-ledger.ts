import type { Fault, FaultReason } from './faults';

interface Batch {
  job: string;
  requests: number;
  /** What went wrong with it, one for each faulty answer. */
  faults: FaultReason[];
  /** Whether the last answer is a right one, as far as the server sent it. */
  isAnswered: boolean;
  /** Whether a right answer has reached the client. */
  isReceived: boolean;
}

/** What each batch of each job was sent and got. */
export class BatchLedger {
  /** Batches that were sent again after their answer had reached the client. */
  readonly sentTwice: string[] = [];
  private readonly batches = new Map<string, Batch>();

  /**
   * To be called when a request arrives at the server.
   *
   * @param decideFault is given how many requests came before.
   */
  arrive(
    batch: string,
    decideFault: (attempt: number) => Fault | undefined,
  ): Fault | undefined {
    const entry = this.batches.get(batch) ?? {
      job: readJobName(batch),
      requests: 0,
      faults: [],
      isAnswered: false,
      isReceived: false,
    };
    this.batches.set(batch, entry);
    if (entry.isReceived) {
      this.sentTwice.push(batch);
    }
    const fault = decideFault(entry.requests);
    entry.requests += 1;
    entry.isAnswered = fault?.reason === undefined;
    if (fault?.reason !== undefined) {
      entry.faults.push(fault.reason);
    }
    return fault;
  }

  /** To be called when the client has read a whole reply with success. */
  receive(batch: string): void {
    const entry = this.batches.get(batch);
    if (entry?.isAnswered) {
      entry.isReceived = true;
    }
  }

  /** Sums of the batches, of one job or of all. */
  sum(job?: string) {
    const batches = [...this.batches.values()].filter(
      batch => job === undefined || batch.job === job,
    );
    const requests = batches.reduce((sum, batch) => sum + batch.requests, 0);
    const received = batches.filter(({ isReceived }) => isReceived).length;
    const faults = batches.flatMap(batch => batch.faults);

    return {
      requests,
      faults,
      /** Requests whose right answer was on its way and never came. */
      lost: requests - faults.length - received,
    };
  }
}

/** A batch is named by its first text, which begins with its job. */
function readJobName(batch: string): string {
  return batch.slice(0, batch.indexOf(':'));
}
