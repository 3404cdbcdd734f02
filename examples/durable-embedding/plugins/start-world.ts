import { definePlugin } from 'nitro';
import { getWorld } from 'workflow/runtime';

/** Lets this process take work from the queue in PostgreSQL. */
export default definePlugin(async () => {
  await getWorld().start?.();
});
