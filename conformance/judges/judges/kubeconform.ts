import { join } from 'node:path';
import type { Finding, Judge } from '../judge';
import { Manifest, objectName } from '../manifests';
import { GO_TOOLS } from '../tools/pins';
import { run } from '../tools/process';
import { MINORS, schemas } from '../tools/schemas';
import { goTool } from '../tools/toolbox';

interface Resource {
  readonly filename: string;
  readonly kind: string;
  readonly name: string;
  readonly status: 'statusValid' | 'statusInvalid' | 'statusError' | 'statusSkipped' | 'statusEmpty';
  readonly msg: string;
  readonly validationErrors?: readonly { readonly path: string; readonly msg: string }[];
}

/** The strict schemas of every minor of Kubernetes that we write for, and of the Prometheus Operator's kinds. */
export const KUBECONFORM: Judge = {
  name: 'kubeconform',
  program: `kubeconform ${GO_TOOLS.kubeconform.version}`,
  finds: `fields and types that Kubernetes 1.${MINORS[0]} to 1.${MINORS[MINORS.length - 1]} or the CRDs of the Prometheus Operator do not `
    + 'know',
  needs: ['go', 'python3'],
  mustFind: [
    'DaemonSet /spec/template/spec: ', 'DaemonSet /spec/template/spec/containers/0/ports/0/containerPort: ', 'CSIDriver : ',
    'ServiceMonitor /spec/endpoints/0: ', 'PodMonitor /spec: ', 'PrometheusRule /spec/groups/0/rules/0: ', 'Widget : ',
  ],

  async install() {
    await Promise.all([goTool('kubeconform'), schemas()]);
  },

  async judge(manifests, review) {
    const said = await Promise.all(MINORS.map(async (minor) => ({ minor, resources: await judgeBy(minor, manifests) })));
    const findings: Finding[] = [];
    for (const manifest of manifests) {
      const seen = new Map<string, { finding: Finding; minors: number[] }>();
      for (const { minor, resources } of said) {
        const own = resources.filter((resource) => resource.filename === manifest.path);
        const invalid = own.filter((resource) => resource.status !== 'statusValid');
        const isTooOld = review.isTooNew(manifest.name, minor);
        if (own.length !== manifest.objects.length) {
          throw new Error(
            `kubeconform saw ${own.length} of ${manifest.objects.length} objects of ${manifest.name}`,
          );
        }
        if (isTooOld && !review.isTooNew(manifest.name, minor + 1) && invalid.length === 0) {
          findings.push({
            judge: 'kubeconform', rule: 'stale', file: manifest.name, object: '', message: `newClustersOnly: 1.${minor} takes it too`,
          });
        }
        if (isTooOld) continue;
        for (const finding of invalid.flatMap((resource) => findingsOf(manifest, resource))) {
          const key = `${finding.rule} ${finding.object}`;
          seen.set(key, { finding, minors: [...seen.get(key)?.minors ?? [], minor] });
        }
      }
      for (const { finding, minors } of seen.values()) {
        findings.push({ ...finding, message: `${finding.message} (${showMinors(minors)})` });
      }
    }
    return findings;
  },
};

function showMinors(minors: readonly number[]): string {
  return minors.length === MINORS.length ? 'every minor' : `1.${minors.join(', 1.')}`;
}

async function judgeBy(minor: number, manifests: readonly Manifest[]): Promise<readonly Resource[]> {
  const location = join(await schemas(), '{{ .NormalizedKubernetesVersion }}', '{{ .ResourceKind }}{{ .KindSuffix }}.json');
  const outcome = await run(await goTool('kubeconform'), [
    '-strict', '-verbose', '-output', 'json', '-kubernetes-version', `1.${minor}.0`, '-schema-location', location,
    ...manifests.map(({ path }) => path),
  ]);
  try {
    return (JSON.parse(outcome.stdout) as { resources: Resource[] }).resources;
  } catch {
    throw new Error(`kubeconform does not answer: ${outcome.stderr}${outcome.stdout}`);
  }
}

function findingsOf(manifest: Manifest, { kind, name, msg, validationErrors = [] }: Resource): Finding[] {
  const object = manifest.objects.find((candidate) => candidate.kind === kind && candidate.metadata?.name === name);
  const base = { judge: 'kubeconform', file: manifest.name, object: object === undefined ? `${kind}/${name}` : objectName(object) };
  const errors = validationErrors.length === 0 ? [{ path: '', msg }] : validationErrors;
  return errors.map((error) => ({ ...base, rule: `${kind} ${error.path}: ${error.msg}`, message: error.msg }));
}
