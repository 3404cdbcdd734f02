export default { test: { include: ['fake-timers.vitest.mjs'] } };
