import type { Bundler } from './bundler';
import { esbuild } from './esbuild';
import { parcel, parcelWithoutZod } from './parcel';
import { rolldown } from './rolldown';
import { rollup } from './rollup';
import { vite } from './vite';
import { webpack } from './webpack';

export const BUNDLERS: readonly Bundler[] = [
  esbuild,
  webpack,
  rollup,
  rolldown,
  vite,
  parcel,
  parcelWithoutZod,
];
