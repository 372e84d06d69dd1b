import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { run } from '../tools/process';
import { goTool } from '../tools/toolbox';

/**
 * What promtool has against the alerts of an agent: whether they can be read, and whether they fire when they should and only then.
 *
 * @param tests a file of unit tests, whose rules are in `rules.yaml`
 */
export async function alertProblems(manifests: readonly any[], agent: string, tests: string, folder: string): Promise<string[]> {
  const rule = manifests.find(({ kind, metadata }) => kind === 'PrometheusRule' && metadata.name === agent);
  writeFileSync(join(folder, 'rules.yaml'), stringify({ groups: rule.spec.groups }));
  copyFileSync(tests, join(folder, 'alerts.yaml'));
  const { code, stdout, stderr } = await run(await goTool('promtool'), ['test', 'rules', 'alerts.yaml'], { cwd: folder });
  return code === 0 ? [] : [`promtool test rules ended with ${code}:\n${stdout}${stderr}`];
}
