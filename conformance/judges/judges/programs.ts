import type { Finding, Judge } from '../judge';
import { Manifest, objectName } from '../manifests';
import { ApiCall, FakeApi, SCRAPER, STRANGER } from '../programs/fake-api';
import { FakeNode } from '../programs/fake-node';
import { flagTableProblems } from '../programs/flag-table';
import { ask } from '../programs/http';
import { metricsProblems } from '../programs/metrics';
import { Container, Pod } from '../programs/pod';
import type { Review } from '../review';
import { GO_TOOLS, GoToolName } from '../tools/pins';
import { eventually, mustRun, Service } from '../tools/process';
import { goTool, say } from '../tools/toolbox';

/** Images whose program is built here. */
const PROGRAMS: { readonly [image: string]: GoToolName } = {
  'quay.io/brancz/kube-rbac-proxy': 'kube-rbac-proxy',
  'quay.io/prometheus/node-exporter': 'node_exporter',
};

/** How long a program has to answer, in milliseconds: the machine may be busy. */
const PATIENCE = 12_000;

export const PROGRAM_JUDGE: Judge = {
  name: 'programs',
  program: `node_exporter ${GO_TOOLS.node_exporter.version}, kube-rbac-proxy ${GO_TOOLS['kube-rbac-proxy'].version}`,
  finds: 'arguments that the real program refuses, probes that it fails, metrics that are missing, mounts that should not show',
  needs: ['go'],
  mustFind: [
    "does not start: node_exporter: error: unknown long flag '--path.rotfs'", 'does not start: Error: unknown flag: --ignore-path',
    'the release of the image is not the one that is tried', 'nobody tries this image', 'an excluded mount shows: /var/lib/kubelet/pods',
    'an excluded network device shows: cali', 'a promised metric is missing: node_disk_info', 'the readiness probe fails',
    'no role allows create tokenreviews',
    "the distribution is not that of the node's root", 'answers 502 to the scraper',
  ],

  async install() {
    if (process.platform !== 'linux') throw new Error('the programs judge needs Linux: elsewhere node_exporter has other flags');
    for (const name of Object.values(PROGRAMS)) await goTool(name);
  },

  async judge(manifests, review) {
    const findings: Finding[] = [];
    const images = new Set<string>();
    for (const manifest of manifests) {
      for (const object of manifest.objects.filter(({ kind, spec }) => kind !== 'PodTemplate' && spec?.template?.spec !== undefined)) {
        const node = new FakeNode();
        try {
          const pod = new Pod(object.spec.template.spec, node);
          pod.containers.forEach(({ image }) => images.add(image));
          const problems = [...pod.containers.flatMap((container) => untried(container, review)), ...await tryPod(pod, manifest)];
          findings.push(...problems.map(({ container, rule }): Finding => ({
            judge: 'programs', rule, file: manifest.name, object: `${objectName(object)} ${container}`, message: rule,
          })));
        } finally {
          node.remove();
        }
      }
    }
    const help = await mustRun(await goTool('node_exporter'), ['--help']);
    findings.push(...flagTableProblems(help).map((rule): Finding => ({
      judge: 'programs', rule, file: 'src/metrics/node-exporter/node-flags.ts', object: '', message: rule,
    })));
    const stale = review.noProgram.filter(({ image }) => !images.has(image));
    findings.push(...stale.map(({ image }): Finding => ({
      judge: 'programs', rule: 'stale', file: 'conformance/judges/accepted-findings.yaml', object: '',
      message: `noProgram: nothing runs ${image}`,
    })));
    return findings;
  },
};

interface Problem {
  readonly container: string;
  readonly rule: string;
}

function untried({ name, image, tag }: Container, review: Review): Problem[] {
  const program = PROGRAMS[image];
  const isExcused = review.noProgram.some((entry) => entry.image === image);
  if (program === undefined) return isExcused ? [] : [{ container: name, rule: `nobody tries this image: ${image}` }];
  if (isExcused) return [{ container: name, rule: `stale: ${image} is tried, so noProgram must not have it` }];
  const { version } = GO_TOOLS[program];
  return tag === version ? [] : [{ container: name, rule: `the release of the image is not the one that is tried: ${tag} and ${version}` }];
}

interface Running {
  readonly container: Container;
  readonly service: Service;
}

/** Starts the programs of a pod side by side, probes them as the kubelet would, and scrapes them as Prometheus would. */
async function tryPod(pod: Pod, manifest: Manifest): Promise<Problem[]> {
  const tried = pod.containers.filter(({ image }) => image in PROGRAMS);
  if (tried.length === 0) return [];
  const api = await FakeApi.start();
  const running: Running[] = [];
  try {
    for (const container of tried) {
      // outside of a cluster there is no account to call the API server with: the one argument that we add
      const extra = PROGRAMS[container.image] === 'kube-rbac-proxy' ? [`--kubeconfig=${api.kubeconfig}`] : [];
      const args = [...await pod.args(container), ...extra];
      running.push({ container, service: Service.start(await goTool(PROGRAMS[container.image]), args) });
    }
    const dead = await gather(running, ({ container, service }) => startProblems(pod, container, service));
    if (dead.length > 0) return dead;
    return [
      ...await gather(running, ({ container }) => probeProblems(pod, container)), ...await scrapeProblems(pod, running, api, manifest),
    ];
  } finally {
    await Promise.all(running.map(({ service }) => service.stop()));
    await api.stop();
  }
}

async function gather(running: readonly Running[], look: (one: Running) => Promise<string[]>): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const one of running) problems.push(...(await look(one)).map((rule) => ({ container: one.container.name, rule })));
  return problems;
}

async function startProblems(pod: Pod, { spec }: Container, service: Service): Promise<string[]> {
  const begins = await eventually(async () => service.isOver || await isAnyPortOpen(pod, spec) || undefined, PATIENCE);
  if (service.isOver) return [`does not start: ${cause(service.output)}`];
  return begins === undefined ? [`opens no port within ${PATIENCE / 1000} seconds`] : [];
}

async function probeProblems(pod: Pod, { spec }: Container): Promise<string[]> {
  const problems: string[] = [];
  for (const kind of ['readiness', 'liveness']) {
    const asked = spec[`${kind}Probe`]?.httpGet;
    if (asked === undefined) continue;
    const url = `${(asked.scheme ?? 'HTTP').toLowerCase()}://127.0.0.1:${await pod.port(asked.port)}${asked.path ?? '/'}`;
    const answer = await ask(url);
    if (answer === undefined || answer.status >= 400) problems.push(`the ${kind} probe fails: ${asked.path ?? '/'} of port ${asked.port}`);
  }
  return problems;
}

/** Whether the container answers at a port that it names or is probed at, whatever it says. */
async function isAnyPortOpen(pod: Pod, spec: any): Promise<boolean> {
  const ports: (number | string)[] = [...(spec.ports ?? []).map((port: any) => port.containerPort), spec.readinessProbe?.httpGet?.port];
  for (const port of ports.filter((candidate) => candidate !== undefined)) {
    if (await ask(`http://127.0.0.1:${await pod.port(port)}/`) !== undefined) return true;
  }
  return false;
}

/** The line that says why a program ended. */
function cause(output: string): string {
  const lines = output.trim().split('\n');
  return lines.find((line) => /^error|: error: /i.test(line)) ?? lines[lines.length - 1];
}

async function scrapeProblems(pod: Pod, running: readonly Running[], api: FakeApi, manifest: Manifest): Promise<Problem[]> {
  const door = running.find(({ container }) => (container.spec.ports ?? []).some(({ name }: any) => /metrics$/.test(name)));
  if (door === undefined) return [{ container: running[0].container.name, rule: 'no port is named for metrics' }];
  const { name, spec, image } = door.container;
  const port = await pod.port(spec.ports.find((candidate: any) => /metrics$/.test(candidate.name)).name);
  const isGuarded = PROGRAMS[image] === 'kube-rbac-proxy';
  const url = `${isGuarded ? 'https' : 'http'}://127.0.0.1:${port}/metrics`;
  const rules: string[] = [];
  if (isGuarded) {
    for (const [who, token, status] of [['nobody', undefined, 401], ['a stranger', STRANGER, 403]] as const) {
      const answer = await ask(url, token);
      if (answer?.status !== status) rules.push(`answers ${answer?.status} to ${who}, not ${status}`);
    }
  }
  const answer = await ask(url, SCRAPER);
  if (answer?.status === 200) rules.push(...metricsProblems(answer.body));
  else rules.push(`answers ${answer?.status} to the scraper`);
  const refused = api.calls.filter((call) => !isGranted(call, manifest));
  rules.push(...new Set(refused.map(({ verb, resource, group }) => `no role allows ${verb} ${resource} of ${group}`)));
  if (rules.length === 0) {
    const series = answer?.body.match(/^[^#\n]/gm)?.length;
    say(`${manifest.name}: ${running.map(({ container }) => container.name).join(' and ')} run, ${series} series`);
  }
  return rules.map((rule) => ({ container: name, rule }));
}

/** Whether a role of the manifest allows what a program asked the API server for. */
function isGranted({ verb, group, resource }: ApiCall, { objects }: Manifest): boolean {
  const rules: any[] = objects.filter(({ kind }) => /Role$/.test(kind)).flatMap((role) => role.rules ?? []);
  return rules.some((rule) => rule.verbs.includes(verb) && rule.apiGroups?.includes(group) && rule.resources?.includes(resource));
}
