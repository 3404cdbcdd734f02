import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it, onTestFinished } from 'vitest';

it('the command prints how to reach the server, and ends on an interrupt', async () => {
  const command = ['--import', 'tsx', 'local-baseten/main.ts', '--port', '0'];
  const child = spawn(process.execPath, [...command, '--api-key', 'secret']);
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  let output = '';
  for await (const text of child.stdout.setEncoding('utf8')) {
    output += text;
    if (output.includes('Ctrl-C')) break;
  }
  const [, baseURL] = /Model APIs +(\S+)/.exec(output) ?? [];
  const reply = await fetch(`${baseURL}/models`, {
    headers: { authorization: 'Bearer secret' },
  });
  expect(reply.status).toBe(200);
  child.kill('SIGINT');
  expect(await once(child, 'exit')).toEqual([0, null]);
});
