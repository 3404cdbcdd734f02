/** A framework whose sample on the page is a program. */
export interface Framework {
  /** Its heading in `docs/frameworks.md`. */
  name: string;
  /** What is installed beside this package. */
  packages: readonly string[];
  /** Whose version the table shows. */
  main: string;
  /** What the sample prints. */
  output: RegExp;
}

/** Newest releases within the majors that the page names. */
export const FRAMEWORKS: readonly Framework[] = [
  {
    name: 'Mastra',
    packages: ['@mastra/core@1', 'zod@4'],
    main: '@mastra/core',
    output: /weather: city Lisbon, celsius 21/,
  },
  {
    name: 'VoltAgent',
    packages: ['@voltagent/core@2', 'ai@6', 'zod@4'],
    main: '@voltagent/core',
    output: /weather: city Lisbon, celsius 21/,
  },
  {
    name: 'LlamaIndex',
    packages: ['llamaindex@0.12', '@llamaindex/vercel@0.1', 'ai@5', 'zod@4'],
    main: 'llamaindex',
    output: /= 391/,
  },
  {
    name: 'LangChain',
    packages: ['@langchain/core@1', '@langchain/openai@1', 'ai@7', 'zod@4'],
    main: '@langchain/core',
    output: /^Lisbon: 21 degrees\n2$/m,
  },
];
