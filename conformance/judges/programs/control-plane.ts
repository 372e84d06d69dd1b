import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Yaml } from 'cdk8s';
import { buildProgram } from '../../../scripts/conformance/go';

/** Where a control plane is, as the command `serve` says it. */
export interface ControlPlane {
  /** Files by service account, as namespace/name. */
  readonly kubeconfigs: { readonly [account: string]: string };
  /** The log of all requests. */
  readonly audit: string;
}

/** Does something with a real API server that has these objects, for as long as it takes. */
export async function withControlPlane(
  folder: string, objects: string, manifests: readonly any[], act: (control: ControlPlane) => Promise<void>,
): Promise<void> {
  const serve = await buildProgram('serve');
  const file = join(folder, 'manifests.yaml');
  writeFileSync(file, Yaml.stringify(...manifests));
  const child = spawn(serve, ['-folder', folder, objects, file], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => { child.on('close', resolve); });
  try {
    await act(JSON.parse(await firstLine(child.stdout)));
  } finally {
    child.stdin.end();
    await ended;
  }
}

async function firstLine(stream: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: stream })) return line;
  throw new Error('the control plane did not start');
}
