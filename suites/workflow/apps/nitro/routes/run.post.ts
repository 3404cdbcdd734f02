import { defineEventHandler } from 'nitro/h3';
import { type RunRequest, run } from '../workflows/run';

export default defineEventHandler(
  async event => await run((await event.req.json()) as RunRequest),
);
