/** What edge runtimes and browsers get in place of the native client. */
export const PerformanceClient = undefined;
