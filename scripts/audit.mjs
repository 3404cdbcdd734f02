/**
 * Asks the registry for known vulnerabilities of all packages in the lock file.
 * Exits with 1 when there are any, and with 2 when there was no answer: not
 * every registry has an audit endpoint.
 *
 *     npm run audit
 */
import { spawnSync } from 'node:child_process';

/**
 * @typedef {object} AuditReport What `npm audit --json` writes.
 * @property {Record<string, Finding>} [vulnerabilities] By package; missing
 * when there was no answer.
 * @property {string} [message] Why there was none.
 *
 * @typedef {object} Finding
 * @property {string} severity
 * @property {string} range The versions that are concerned.
 * @property {(string | { title: string, url: string })[]} via Advisories, and
 * names of packages that bring the vulnerability.
 */

const { stdout } = spawnSync(
  'npm',
  ['audit', '--json', '--package-lock-only'],
  { encoding: 'utf8', shell: process.platform === 'win32' },
);
/** @type {AuditReport} */
const { vulnerabilities, message } = JSON.parse(stdout);

if (vulnerabilities === undefined) {
  console.error(`Nothing was audited: the registry gave no answer. ${message}`);
  process.exitCode = 2;
} else {
  const findings = Object.entries(vulnerabilities);
  for (const [name, { severity, range, via }] of findings) {
    const reasons = via.map(reason =>
      typeof reason === 'string' ? reason : `${reason.title} (${reason.url})`,
    );
    console.error(`${severity}: ${name} ${range}: ${reasons.join(', ')}`);
  }
  console.log(`${findings.length} packages with known vulnerabilities`);
  if (findings.length > 0) process.exitCode = 1;
}
