import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Chart } from 'cdk8s';
import { stringify } from 'yaml';
import { run } from '../../conformance/judges/tools/process';
import { goTool } from '../../conformance/judges/tools/toolbox';
import { Exporter, MetricsAlerts, MetricsExporter } from '../../src';

const EXPORTERS: { readonly [name: string]: () => Exporter } = {
  node: () => Exporter.nodeExporter(), windows: () => Exporter.windows(), dcgm: () => Exporter.dcgm(), process: () => Exporter.process(),
  smartctl: () => Exporter.smartctl(), systemd: () => Exporter.systemd(),
};

/** What promtool has against the alerts: whether they can be read, and whether they fire when they should and only then. */
export async function alertProblems(folder: string): Promise<string[]> {
  const chart = new Chart(new App(), 'alerts', { namespace: 'monitoring' });
  for (const [name, exporter] of Object.entries(EXPORTERS)) {
    new MetricsExporter(chart, name, { exporter: exporter(), alerts: MetricsAlerts.prometheusRule() });
  }
  const rules: any[] = chart.toJson().filter(({ kind }: any) => kind === 'PrometheusRule');
  const promtool = await goTool('promtool');
  const problems: string[] = [];
  const judge = async (...args: string[]) => {
    const { code, stdout, stderr } = await run(promtool, args, { cwd: folder });
    if (code !== 0) {problems.push(`promtool ${args.slice(0, 2).join(' ')} ended with ${code}:\n${stdout}${stderr}`);}
  };
  for (const { metadata, spec } of rules) {
    writeFileSync(join(folder, `${metadata.name}.yaml`), stringify({ groups: spec.groups }));
    await judge('check', 'rules', '--lint=all', '--lint-fatal', `${metadata.name}.yaml`);
  }
  writeFileSync(join(folder, 'rules.yaml'), stringify({ groups: rules.flatMap(({ spec }) => spec.groups) }));
  copyFileSync(join(__dirname, 'alerts.yaml'), join(folder, 'alerts.yaml'));
  await judge('test', 'rules', 'alerts.yaml');
  return problems;
}
