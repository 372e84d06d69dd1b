import { copyFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { stringify } from 'yaml';
import type { Finding, Judge } from '../judge';
import { Manifest, objectName } from '../manifests';
import { GO_TOOLS } from '../tools/pins';
import { run } from '../tools/process';
import { goTool } from '../tools/toolbox';

export const PROMTOOL: Judge = {
  name: 'promtool',
  program: `promtool ${GO_TOOLS.promtool.version}`,
  finds: 'alerting and recording rules, intervals and relabelings that Prometheus refuses',
  needs: ['go'],
  mustFind: [
    'parse error', 'duplicate rule', 'scrape timeout greater than scrape interval', 'error parsing regexp', 'unknown relabel action',
  ],

  async install() {
    await goTool('promtool');
  },

  async judge(manifests) {
    const outside = mkdtempSync(join(tmpdir(), 'promtool-'));
    try {
      const findings: Finding[] = [];
      for (const manifest of manifests) {
        for (const object of manifest.objects) {
          for (const { file, args } of filesOf(object)) {
            const path = join(outside, 'judged.yaml');
            writeFileSync(path, stringify(file));
            const outcome = await run(await goTool('promtool'), [...args, path]);
            if (outcome.code === 0) continue;
            const rule = outcome.stderr.replaceAll(path, '').replace(/\s+/g, ' ').trim() || outcome.stdout;
            findings.push({ judge: 'promtool', rule, file: manifest.name, object: objectName(object), message: rule });
          }
          const failure = await failedUnitTests(manifest, object, outside);
          if (failure !== undefined) {
            findings.push({
              judge: 'promtool', rule: 'unit tests of alerts', file: manifest.name, object: objectName(object), message: failure,
            });
          }
        }
      }
      return findings;
    } finally {
      rmSync(outside, { recursive: true });
    }
  },
};

/** What `promtool test rules` says of the alerts of a manifest that has unit tests: fixtures/rules/NAME.test.yaml. */
async function failedUnitTests({ name }: Manifest, { kind, spec }: any, outside: string): Promise<string | undefined> {
  const tests = join(__dirname, '..', 'fixtures', 'rules', basename(name).replace(/\.yaml$/, '.test.yaml'));
  if (kind !== 'PrometheusRule' || !existsSync(tests)) return undefined;
  writeFileSync(join(outside, 'rules.yaml'), stringify({ groups: spec.groups }));
  copyFileSync(tests, join(outside, 'tests.yaml'));
  const { code, stdout, stderr } = await run(await goTool('promtool'), ['test', 'rules', join(outside, 'tests.yaml')]);
  return code === 0 ? undefined : `${stdout}\n${stderr}`;
}

interface Judged {
  readonly file: unknown;
  readonly args: readonly string[];
}

/** The files that Prometheus reads instead of an object of the Operator. */
function filesOf({ apiVersion, kind, spec }: any): Judged[] {
  if (apiVersion !== 'monitoring.coreos.com/v1') return [];
  if (kind === 'PrometheusRule') return [{ file: { groups: spec.groups }, args: ['check', 'rules', '--lint=all', '--lint-fatal'] }];
  const endpoints: any[] = spec.endpoints ?? spec.podMetricsEndpoints ?? [];
  const jobs = endpoints.map((endpoint, index) => ({
    file: { scrape_configs: [scrapeConfig(endpoint, index)] }, args: ['check', 'config', '--syntax-only'],
  }));
  return jobs;
}

/** What the Operator hands over as it is; discovery and credentials, which it makes itself, stay away. */
function scrapeConfig(endpoint: any, index: number): any {
  const relabelings = (list: any[] | undefined) => list?.map((relabeling) => Object.fromEntries(
    Object.entries(relabeling).map(([key, value]) => [key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), value]),
  ));
  return withoutGaps({
    job_name: `endpoint-${index}`,
    metrics_path: endpoint.path,
    scheme: endpoint.scheme,
    params: endpoint.params,
    scrape_interval: endpoint.interval,
    scrape_timeout: endpoint.scrapeTimeout,
    honor_labels: endpoint.honorLabels,
    honor_timestamps: endpoint.honorTimestamps,
    relabel_configs: relabelings(endpoint.relabelings),
    metric_relabel_configs: relabelings(endpoint.metricRelabelings),
  });
}

function withoutGaps(object: any): any {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
}
