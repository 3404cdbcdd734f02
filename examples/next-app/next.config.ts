import type { NextConfig } from 'next';

const nextConfig: NextConfig = {
  output: 'standalone',

  // Embeddings and reranking go through Baseten's native client, which no
  // bundler can take in. This line, and the import in lib/search-corpus.ts, keep
  // it in the build: without them they would go over HTTP.
  serverExternalPackages: ['@ai-sdk/baseten'],

  // This folder is an app of its own within a larger repository.
  turbopack: { root: import.meta.dirname },
  outputFileTracingRoot: import.meta.dirname,
};

export default nextConfig;
