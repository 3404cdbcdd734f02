import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../lib/run-command';

/** A certificate of a private authority for the names of this suite. */
export interface Certificates {
  /** Path of the authority's own certificate. */
  authority: string;
  key: Buffer;
  cert: Buffer;
}

/** Makes an authority and a certificate by openssl. */
export async function createCertificates(
  folder: string,
  names: readonly string[],
): Promise<Certificates> {
  const openssl = async (...parameters: string[]) => {
    const { exitCode, stderr } = await runCommand('openssl', parameters, {
      folder,
    });
    if (exitCode !== 0) throw new Error(`openssl failed:\n${stderr}`);
  };
  const alternatives = names.map(name =>
    /^[\d.:]+$/.test(name) ? `IP:${name}` : `DNS:${name}`,
  );
  writeFileSync(
    join(folder, 'extensions'),
    `subjectAltName=${alternatives.join(',')}\n`,
  );

  await openssl(
    ...'req -x509 -newkey rsa:2048 -nodes -days 2 -keyout ca.key'.split(' '),
    ...'-out ca.pem -subj /CN=Company'.split(' '),
  );
  await openssl(
    ...'req -newkey rsa:2048 -nodes -keyout key.pem'.split(' '),
    ...'-out request.pem -subj /CN=server'.split(' '),
  );
  await openssl(
    ...'x509 -req -in request.pem -CA ca.pem -CAkey ca.key'.split(' '),
    ...'-CAcreateserial -days 2 -out cert.pem -extfile extensions'.split(' '),
  );
  return {
    authority: join(folder, 'ca.pem'),
    key: readFileSync(join(folder, 'key.pem')),
    cert: readFileSync(join(folder, 'cert.pem')),
  };
}
