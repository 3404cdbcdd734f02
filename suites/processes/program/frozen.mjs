// Makes a call for each line that it is sent, `NAME COUNT`, and prints the
// digest of the vectors or the error: a server, or a handler on AWS Lambda.
import process from 'node:process';
import { createInterface } from 'node:readline';
import { embedTexts, print } from './calls.mjs';

for await (const line of createInterface({ input: process.stdin })) {
  const [name = '', count] = line.split(' ');
  const start = performance.now();
  const outcome = await embedTexts(name, Number(count)).then(
    digest => ({ digest }),
    error => ({ error: error?.name, message: String(error?.message) }),
  );
  print({ ...outcome, milliseconds: performance.now() - start });
}
