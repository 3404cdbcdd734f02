import { fork } from 'node:child_process';

const SERVER = new URL('./server/server.mjs', import.meta.url);

/**
 * @param {number[]} dimensions What embeddings to serialise beforehand.
 * @returns {Promise<{ origin: string, stop: () => void }>}
 */
export async function startServer(dimensions) {
  const server = fork(SERVER, [JSON.stringify(dimensions)], {
    execArgv: ['--import', import.meta.resolve('tsx')],
  });
  const { port } = await new Promise((resolve, reject) => {
    server.once('message', resolve);
    server.once('exit', code =>
      reject(new Error(`The server ended with ${code}.`)),
    );
  });
  return {
    origin: `http://127.0.0.1:${port}`,
    stop: () => server.disconnect(),
  };
}
