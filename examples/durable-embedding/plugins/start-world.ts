import { definePlugin } from 'nitro';
import { getWorld } from 'workflow/runtime';

/**
 * Lets this process take work from the queue in PostgreSQL, for as long as the
 * process that started it lives.
 */
export default definePlugin(async () => {
  process.once('disconnect', () => process.exit(1));
  await getWorld().start?.();
});
