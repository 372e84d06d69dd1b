/**
 * Starts the real node-problem-detector with our arguments and configurations against a real API server, each agent as its own account
 * under exactly our rights:
 *
 *     npm run services:problem-detector
 *
 * Fails where the program does not start or reports an error, where a request is forbidden, where a right is never used, where a condition,
 * an event or a metric is missing, and where an alert does not fire as it should. Monitors of the journal are not started, since the
 * program is built without systemd. It needs Go on the PATH.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tried } from './trial';
import { variantManifests } from './variants';
import { requireGo } from '../../../scripts/conformance/go';
import { alertProblems } from '../programs/alerts';
import { auditProblems } from '../programs/audit';
import { withControlPlane } from '../programs/control-plane';

async function main(): Promise<number> {
  requireGo();
  const folder = mkdtempSync(join(tmpdir(), 'problem-detector-'));
  const manifests = variantManifests();
  const problems: string[] = [];
  try {
    problems.push(...await alertProblems(manifests, 'standard', join(__dirname, 'alerts.yaml'), folder));
    await withControlPlane(folder, join(__dirname, 'objects.yaml'), manifests, async (control) => {
      for (const workload of manifests.filter(({ kind }) => kind === 'DaemonSet')) {
        problems.push(
          ...await tried(workload, manifests, control, folder),
        );
      }
      problems.push(...auditProblems(readFileSync(control.audit, 'utf8'), manifests));
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  problems.forEach((problem) => console.log(problem));
  console.log(problems.length === 0 ? 'node-problem-detector does what we write' : `${problems.length} problems`);
  return problems.length === 0 ? 0 : 1;
}

main().then(
  (code) => { process.exitCode = code; },
  (error) => {
    console.error(`problem-detector: ${error.message}`);
    process.exitCode = 1;
  },
);
