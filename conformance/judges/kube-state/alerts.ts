import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { run } from '../tools/process';
import { goTool } from '../tools/toolbox';

/** What promtool has against our alerts: whether they can be read, and whether they fire when they should and only then. */
export async function alertProblems(manifests: readonly any[], folder: string): Promise<string[]> {
  const rule = manifests.find(({ kind, metadata }) => kind === 'PrometheusRule' && metadata.name === 'shards');
  writeFileSync(join(folder, 'rules.yaml'), stringify({ groups: rule.spec.groups }));
  copyFileSync(join(__dirname, 'alerts.yaml'), join(folder, 'alerts.yaml'));
  const { code, stdout, stderr } = await run(await goTool('promtool'), ['test', 'rules', 'alerts.yaml'], { cwd: folder });
  return code === 0 ? [] : [`promtool test rules ended with ${code}:\n${stdout}${stderr}`];
}
