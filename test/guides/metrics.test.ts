import { Yaml } from 'cdk8s';
import { rowsOf, runSnippet, snippetsOf } from './snippets';
import {
  AgentNamespace, cluster, Exporter, MetricsAlerts, MetricsExporter, MetricsExporterProps, MetricsProtection, NodeCardinality, NodePlatform,
  Priority, TargetCluster, testing,
} from '../../src';
import { Files, runWith } from '../cli/fake-io';
import { codesOf, objectOf, testChart } from '../support/golden';

const { AksNodes, EksNodes, GkeNodes, KubeadmNodes, SimulatedNode } = cluster;

const files = new Files();
afterAll(() => files.remove());

function chartOf(props: MetricsExporterProps = {}, platform?: NodePlatform): ReturnType<typeof testChart> {
  const chart = testChart();
  if (platform) {TargetCluster.configure(chart, { platform });}
  new MetricsExporter(chart, 'metrics', props);
  return chart;
}

const viewOf = (props: MetricsExporterProps = {}) => testing.Manifests.ofChart(chartOf(props)).daemonSet('metrics');
const podOf = (props: MetricsExporterProps = {}) => viewOf(props).manifest.spec.template.spec;

describe('what metrics.md says of the defaults', () => {
  const pod = podOf();
  const [container] = pod.containers;

  test('the network of the node, and none of its process ids', () => {
    expect([pod.hostNetwork, pod.hostPID]).toEqual([true, undefined]);
    expect(podOf({ exporter: Exporter.nodeExporter({ hostNetwork: false }) }).hostNetwork).toBeUndefined();
  });

  test('/ and /sys, read-only, with mounts that come later', () => {
    expect(viewOf().hostPaths().sort()).toEqual(['/', '/sys']);
    expect(viewOf().writableHostPaths()).toEqual([]);
    expect(container.volumeMounts.filter(({ mountPropagation }: any) => mountPropagation === 'HostToContainer')).not.toEqual([]);
  });

  test('user 65534 without a capability, on a read-only root file system, with the seccomp filter of the runtime', () => {
    expect({ ...pod.securityContext, ...container.securityContext }).toMatchObject({
      runAsUser: 65534, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] }, seccompProfile: { type: 'RuntimeDefault' },
    });
  });

  test('no token and no role, and with kube-rbac-proxy a token in the proxy alone', () => {
    expect(chartOf().toJson().map(({ kind }) => kind).sort()).toEqual(['DaemonSet', 'Service']);
    expect(pod.automountServiceAccountToken).toBe(false);
    const tokens = podOf({ protection: MetricsProtection.kubeRbacProxy() }).containers.map(({ name, volumeMounts = [] }: any) =>
      [name, volumeMounts.some(({ mountPath }: any) => mountPath === '/var/run/secrets/kubernetes.io/serviceaccount')]);
    expect(tokens.filter(([, has]: [string, boolean]) => has)).toEqual([['kube-rbac-proxy', true]]);
  });

  test('20m and 32Mi reserved, at most 192Mi, no limit of processors', () => {
    expect(container.resources).toEqual({ requests: { cpu: '20m', memory: '32Mi' }, limits: { memory: '192Mi' } });
  });

  test('every Linux node with every taint, EKS Auto and Hybrid nodes too, and no virtual ones', () => {
    viewOf().runsOnAll([
      EksNodes.autoMode(), EksNodes.hybrid(), EksNodes.gpu(), GkeNodes.gpu(), AksNodes.spot(), KubeadmNodes.controlPlane(),
      SimulatedNode.linux().notReady(),
    ]);
    [EksNodes.fargate(), AksNodes.virtualNode(), AksNodes.windows()].forEach(node => viewOf().doesNotRunOn(node));
  });

  test('it is system-node-critical and replaced on 10 % of the nodes at a time', () => {
    expect(pod.priorityClassName).toBe('system-node-critical');
    expect(viewOf().worstCaseUnavailable(100)).toBe(10);
  });

  test('a headless Service, which an empty list leaves out', () => {
    expect(objectOf(chartOf(), 'Service').spec.clusterIP).toBe('None');
    expect(objectOf(chartOf({ services: [] }), 'Service')).toBeUndefined();
  });

  test('probes ask /, and have 5 seconds', () => {
    for (const probe of [container.livenessProbe, container.readinessProbe]) {
      expect(probe).toMatchObject({ httpGet: { path: '/' }, timeoutSeconds: 5 });
    }
  });

  test('one port drives the argument, the container, the Service and the probes', () => {
    const chart = chartOf({ port: 9123 });
    const [first] = objectOf(chart, 'DaemonSet').spec.template.spec.containers;
    expect(first.args.filter((arg: string) => arg.includes('9123'))).toHaveLength(1);
    expect(first.ports[0].containerPort).toBe(9123);
    expect(objectOf(chart, 'Service').spec.ports[0].port).toBe(9123);
    expect(JSON.stringify(chart.toJson())).not.toContain('9100');
  });

  test('two exporters on one port of the same nodes are an error', () => {
    const chart = chartOf();
    new MetricsExporter(chart, 'other');
    expect(codesOf(chart).map(line => line.split(' ')[1])).toContain('host-port-conflict');
  });
});

test('GKE refuses the critical class outside kube-system, which the check says where no quota allows it', async () => {
  const found = async (props: MetricsExporterProps) => {
    const written = files.write('metrics.yaml', Yaml.stringify(...chartOf(props).toJson()));
    const { out } = await runWith(['check', written, '--platform', 'gke', '--format', 'json']);
    return JSON.parse(out).map(({ code }: any) => code).filter((code: string) => code === 'critical-priority-quota');
  };
  expect([await found({}), await found({ priority: Priority.none() })]).toEqual([['critical-priority-quota'], []]);
});

test('where the platform is named GKE, the quota is written', () => {
  expect(objectOf(chartOf({}, NodePlatform.gke()), 'ResourceQuota').spec.scopeSelector.matchExpressions[0].values)
    .toContain('system-node-critical');
});

test('on GKE Autopilot node_exporter is refused', () => {
  expect(codesOf(chartOf({}, NodePlatform.gkeAutopilot())).map(line => line.split(' ')[1])).toContain('refused-by-platform');
});

test('with kube-rbac-proxy the proxy has port 9100 of the node, and the exporter 9101 of its loopback address', () => {
  const chart = testChart();
  runSnippet(snippetsOf('metrics.md').find(text => text.includes('protection: MetricsProtection.kubeRbacProxy()'))!, { chart });
  const { containers } = objectOf(chart, 'DaemonSet').spec.template.spec;
  const argsOf = (name: string) => containers.find((each: any) => each.name === name).args.join(' ');
  expect(argsOf('node-exporter')).toContain('127.0.0.1:9101');
  expect(argsOf('kube-rbac-proxy')).toMatch(/:9100/);
  expect(objectOf(chart, 'ServiceMonitor').metadata.labels).toMatchObject({ release: 'kube-prometheus-stack' });
});

describe('the table of exporters.md', () => {
  const makers: { readonly [name: string]: () => Exporter } = {
    '.nodeExporter()': () => Exporter.nodeExporter(), '.windows()': () => Exporter.windows(), '.dcgm()': () => Exporter.dcgm(),
    '.process()': () => Exporter.process(), '.smartctl()': () => Exporter.smartctl(), '.systemd()': () => Exporter.systemd(),
  };
  const rows = rowsOf('exporters.md', '| exporter | release, image |').map(([name, release, runsOn, takes, level, port]) =>
    ({ name: name.replace(/`/g, ''), release, runsOn, takes, level, port }));
  const gpus = [EksNodes.gpu(), GkeNodes.gpu(), AksNodes.gpu()];

  test('has every exporter', () => {
    expect(rows.map(({ name }) => name)).toEqual(Object.keys(makers));
  });

  test.each(rows)('$name: image, nodes, level and port', ({ name, release, runsOn, level, port }) => {
    const view = viewOf({ exporter: makers[name]() });
    const { spec } = view.manifest.spec.template;
    expect(release).toContain(spec.containers[0].image.split(':')[0]);
    view.isPodSecurityLevel(level);
    expect(JSON.stringify(spec.containers[0].ports)).toContain(`:${port},`);
    const expected = {
      'Linux': [EksNodes.managed(), ...gpus], 'Windows': [AksNodes.windows(), EksNodes.windows()], 'nodes with NVIDIA GPUs': gpus,
    }[runsOn]!;
    const nodes = [EksNodes.managed(), ...gpus, AksNodes.windows(), EksNodes.windows(), EksNodes.fargate(), AksNodes.virtualNode()];
    const taken = nodes.filter(node => view.explainPlacement(node).length === 0);
    expect(taken.map(node => node.name).sort()).toEqual(expected.map(node => node.name).sort());
    expect(spec.tolerations).toContainEqual({ operator: 'Exists' });
    expect(spec.automountServiceAccountToken).toBe(false);
  });

  test.each<[string, readonly string[], object]>([
    ['.nodeExporter()', ['/', '/sys'], { runAsUser: 65534 }],
    ['.dcgm()', ['/var/lib/kubelet/pod-resources'], { runAsUser: 0, capabilities: { drop: ['ALL'] } }],
    ['.process()', ['/proc'], { runAsUser: 65534 }],
    ['.smartctl()', [], { privileged: true }],
    ['.systemd()', ['/run/dbus'], { runAsUser: 65534 }],
  ])('%s takes these paths of the node, read-only, as this user', (name, paths, security) => {
    const view = viewOf({ exporter: makers[name]() });
    expect([view.hostPaths().sort(), view.writableHostPaths()]).toEqual([paths, []]);
    const pod = view.manifest.spec.template.spec;
    expect({ ...pod.securityContext, ...pod.containers[0].securityContext }).toMatchObject(security);
  });

  test('windows is a HostProcess container as SYSTEM on the network of the node', () => {
    const pod = podOf({ exporter: Exporter.windows() });
    const { windowsOptions } = { ...pod.securityContext, ...pod.containers[0].securityContext };
    expect([windowsOptions, pod.hostNetwork]).toEqual([{ hostProcess: true, runAsUserName: 'NT AUTHORITY\\SYSTEM' }, true]);
  });

  test('kube-rbac-proxy protects all but Windows', () => {
    const codes = Object.entries(makers).map(([name, make]) =>
      [name, codesOf(chartOf({ exporter: make(), protection: MetricsProtection.kubeRbacProxy() })).length > 0]);
    expect(codes.filter(([, refused]) => refused)).toEqual([['.windows()', true]]);
  });
});

describe('the table of alerts', () => {
  const makers: { readonly [name: string]: Exporter } = {
    node_exporter: Exporter.nodeExporter(), Windows: Exporter.windows(), dcgm: Exporter.dcgm(), process: Exporter.process(),
    smartctl: Exporter.smartctl(), systemd: Exporter.systemd(),
  };
  test.each(rowsOf('exporters.md', '| exporter | alerts |').filter(([name]) => name !== 'all'))('%s', (name, cell) => {
    const { groups } = objectOf(chartOf({ exporter: makers[name], alerts: MetricsAlerts.prometheusRule() }), 'PrometheusRule').spec;
    const alerts = groups.flatMap(({ rules }: any) => rules.map(({ alert }: any) => alert));
    expect(alerts.sort()).toEqual(['MetricsExporterDown', ...[...cell.matchAll(/`(\w+)`/g)].map(([, alert]) => alert)].sort());
  });
});

test('the namespace of an exporter is privileged', () => {
  const chart = testChart();
  new AgentNamespace(chart, 'namespace');
  new MetricsExporter(chart, 'metrics');
  expect(objectOf(chart, 'Namespace').metadata.labels['pod-security.kubernetes.io/enforce']).toBe('privileged');
});

test('MINIMAL cardinality turns off more than STANDARD, and FULL nothing', () => {
  const disabled = (cardinality: NodeCardinality) => podOf({ exporter: Exporter.nodeExporter({ cardinality }) }).containers[0].args
    .filter((arg: string) => /--no-collector|--collector\.disable-defaults/.test(arg));
  expect(disabled(NodeCardinality.FULL)).toEqual([]);
  expect(disabled(NodeCardinality.STANDARD).sort()).toEqual(['--no-collector.btrfs', '--no-collector.rapl']);
  expect(disabled(NodeCardinality.MINIMAL)).not.toEqual([]);
});
