import type { NextConfig } from 'next';

const nextConfig: NextConfig = {
  output: 'standalone',

  // Embeddings and reranking go through Baseten's native client, which no
  // bundler can take in: without these lines they would go over HTTP.
  serverExternalPackages: ['@ai-sdk/baseten'],
  outputFileTracingIncludes: {
    '/api/search': ['./node_modules/**/@basetenlabs/**/*'],
  },

  // This folder is an app of its own within a larger repository.
  turbopack: { root: import.meta.dirname },
  outputFileTracingRoot: import.meta.dirname,
};

export default nextConfig;
