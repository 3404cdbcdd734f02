export {};

const [, , jobsModule = ''] = process.argv;
const jobs: Record<string, () => Promise<unknown>> = await import(jobsModule);

const results = await Promise.all(
  Object.entries(jobs).map(async ([name, job]) => [name, await job()]),
);
process.send?.(Object.fromEntries(results), () => process.exit());
