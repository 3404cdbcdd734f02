// Entry for a page in a browser, `/?key=API_KEY`: reports to the server that
// it came from.
import { smoke } from './smoke.mjs';

/** @type {string[]} */
const complaints = [];
for (const event of ['error', 'unhandledrejection']) {
  addEventListener(event, found =>
    complaints.push(`${event}: ${Reflect.get(found, 'reason') ?? found}`),
  );
}
for (const level of ['log', 'info', 'warn', 'error']) {
  Reflect.set(globalThis.console, level, (/** @type {unknown[]} */ ...parts) =>
    complaints.push(`console.${level}: ${parts.join(' ')}`),
  );
}

const report = await smoke({
  origin: location.origin,
  apiKey: new URLSearchParams(location.search).get('key') ?? '',
});

await fetch('/report', {
  method: 'POST',
  body: JSON.stringify({
    ...report,
    failed: [...report.failed, ...complaints],
  }),
});
