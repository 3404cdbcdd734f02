// Entry for the Edge Runtime, whose code is a script: the caller finds the
// program as a global.
import { smoke } from './smoke.mjs';

Object.assign(globalThis, { smoke });
