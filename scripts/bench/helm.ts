import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { Yaml } from 'cdk8s';
import { parseAllDocuments } from 'yaml';
import { Cost, FOLDER, ROOT } from './programs';

const VERSION = 'v3.22.0';
const NAMESPACE = 'node-agents';

/** Builds Helm, unless an earlier run has built it. Returns where it is. */
export function buildHelm(): string {
  const folder = join(ROOT, '.cache', 'bench', `helm-${VERSION}`);
  const helm = join(folder, 'helm');
  if (!existsSync(helm)) {
    mkdirSync(folder, { recursive: true });
    const env = { ...process.env, GOBIN: folder };
    execFileSync('go', ['install', `helm.sh/helm/v3/cmd/helm@${VERSION}`], { env, stdio: ['ignore', 'inherit', 'pipe'] });
  }
  return helm;
}

/** A chart that renders given objects, with name, namespace, image, arguments and resources of each agent from its values. */
export class HelmChart {
  private readonly folder = join(FOLDER, 'chart');
  private readonly env = {
    ...process.env, LC_ALL: 'C',
    ...Object.fromEntries(['CACHE', 'CONFIG', 'DATA'].map(what => [`HELM_${what}_HOME`, join(FOLDER, 'helm')])),
  };

  public constructor(private readonly helm: string, private readonly objects: readonly any[]) {
    const values: Values = {};
    mkdirSync(join(this.folder, 'templates'), { recursive: true });
    objects.forEach((object, index) => writeFileSync(join(this.folder, 'templates', `${index}.yaml`), template(object, values)));
    writeFileSync(join(this.folder, 'Chart.yaml'), Yaml.stringify({ apiVersion: 'v2', name: 'agents', version: '1.0.0' }));
    writeFileSync(join(this.folder, 'values.yaml'), Yaml.stringify(values));
  }

  /** Fails where Helm renders something else than the objects that the chart is made of. */
  public requireSameObjects(): void {
    const args = ['template', 'cluster-0', this.folder, '--namespace', NAMESPACE];
    const text = execFileSync(this.helm, args, { encoding: 'utf8', env: this.env });
    const rendered = parseAllDocuments(text).map(document => document.toJS()).filter(object => object !== null);
    const isMissing = (object: any) => !rendered.some(other => isDeepStrictEqual(other, object));
    if (rendered.length !== this.objects.length || this.objects.some(isMissing)) {throw new Error('Helm does not render the same objects');}
  }

  /** What it costs to render the chart for so many clusters: one process of Helm for each. */
  public costOf(clusters: number): Pick<Cost, 'time'> {
    const each = `"$0" template cluster-$i "$1" --namespace ${NAMESPACE} > "$2/cluster-$i.yaml" || exit 1`;
    const line = `for ((i = 0; i < ${clusters}; i++)); do ${each}; done; times`;
    const outdir = join(FOLDER, 'helm-out');
    mkdirSync(outdir, { recursive: true });
    const times = execFileSync('bash', ['-c', line, this.helm, this.folder, outdir], { encoding: 'utf8', env: this.env });
    // the second line is the processor time of the children
    const children = times.split('\n')[1].matchAll(/(\d+)m([\d.]+)s/g);
    const [user, system] = [...children].map(([, minutes, seconds]) => Number(minutes) * 60 + Number(seconds));
    return { time: (user + system) * 1e6 };
  }
}

interface Values { [agent: string]: { [value: string]: unknown } }

/** An object as a chart has it. What is taken from the values is added to them. */
function template(object: any, values: Values): string {
  const copy = structuredClone(object);
  const agent = copy.metadata.labels['app.kubernetes.io/instance'];
  const own = values[agent] ??= { name: agent };
  const expressions: string[] = [];
  const mark = (expression: string) => `z${expressions.push(expression) - 1}z`;
  const value = (key: string, given: unknown) => {
    own[key] = given;
    return mark(`.Values.${agent}.${key}`);
  };
  if (copy.metadata.namespace !== undefined) {copy.metadata.namespace = mark('.Release.Namespace');}
  if (copy.metadata.name === agent) {copy.metadata.name = mark(`.Values.${agent}.name`);}
  const pod = copy.spec?.template;
  for (const labels of [copy.metadata.labels, pod?.metadata.labels, copy.spec?.selector?.matchLabels]) {
    if (labels !== undefined) {labels['app.kubernetes.io/instance'] = mark(`.Values.${agent}.name`);}
  }
  [...pod?.spec.initContainers ?? [], ...pod?.spec.containers ?? []].forEach((container: any, index: number) => {
    container.image = value(`image${index}`, container.image);
    for (const field of ['args', 'resources'].filter(each => container[each] !== undefined)) {
      container[field] = value(`${field}${index}`, container[field]);
    }
  });
  return Yaml.stringify(copy)
    .replace(/^([ -]*)(args|resources): z(\d+)z$/gm, (_, lead: string, field: string, index: string) =>
      `${lead}${field}:\n{{- toYaml ${expressions[Number(index)]} | nindent ${lead.length + 2} }}`)
    .replace(/\bz(\d+)z\b/g, (_, index: string) => `{{ ${expressions[Number(index)]} }}`);
}
