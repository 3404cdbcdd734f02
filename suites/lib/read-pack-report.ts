/** What `npm pack --json` says of a tarball. */
export interface PackReport {
  filename: string;
  /** Bytes. */
  size: number;
  files: Array<{ path: string }>;
}

/** Reads it: a list up to npm 11, by the package's name from npm 12 on. */
export function readPackReport(output: string): PackReport {
  const [report] = Object.values<PackReport>(JSON.parse(output));
  if (report == null) throw new Error(`Expected a tarball, got ${output}`);
  return report;
}
