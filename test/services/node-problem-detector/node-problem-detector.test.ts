import {
  HostNamespace, MetricsAlerts, MetricsScraping, NodeAgent, NodeLog, NodeProblemDetector, NodeProblemDetectorProps, NodeProblemMonitor,
  Priority, Probe, Resources,
} from '../../../src';
import { codesOf, expectGolden, testChart } from '../../support/golden';

function made(props: NodeProblemDetectorProps): { readonly objects: any[]; readonly pod: any; readonly container: any } {
  const chart = testChart();
  new NodeProblemDetector(chart, 'npd', props);
  const objects = chart.toJson();
  const pod = objects.find(({ kind }: any) => kind === 'DaemonSet').spec.template.spec;
  return { objects, pod, container: pod.containers[0] };
}

const codes = (props: NodeProblemDetectorProps) => {
  const chart = testChart();
  new NodeProblemDetector(chart, 'npd', props);
  return codesOf(chart);
};

const rulesOf = (objects: any[]) => objects.filter(({ kind }) => /Role$/.test(kind))
  .flatMap(({ metadata, rules }) => rules.map(({ resources, verbs }: any) => `${metadata.namespace ?? 'cluster'}: ${verbs} ${resources}`));

const { kernel, systemd, kubeletHealth, kubeProxyHealth, containerRuntimeHealth } = NodeProblemMonitor;
const disk = NodeProblemMonitor.log('disk', {
  log: NodeLog.file('/var/log/syslog', { timestamp: '^.{15}', timestampFormat: 'Jan _2 15:04:05' }),
  rules: [{ reason: 'BadSector', pattern: 'bad sector.*' }],
});
const ntp = NodeProblemMonitor.plugin('ntp', { script: '#!/bin/bash\nexit 0\n', reason: 'NtpIsDown' });

test('one line makes a detector that a Kubernetes expert would defend', () => {
  const chart = testChart();
  new NodeProblemDetector(chart, 'node-problem-detector', {
    alerts: MetricsAlerts.prometheusRule(), scraping: MetricsScraping.podMonitor(),
  });
  expectGolden('node-problem-detector', chart);
});

test('every kind of monitor has its configuration, its mounts and its rights', () => {
  const chart = testChart();
  new NodeProblemDetector(chart, 'node-problem-detector', {
    problemMonitors: [
      systemd(), NodeProblemMonitor.frequentRestarts(), disk, kubeletHealth(), kubeProxyHealth(), containerRuntimeHealth(),
      NodeProblemMonitor.systemStats(),
      NodeProblemMonitor.plugin('entropy', {
        script: '#!/bin/bash\n[ "$(< /proc/sys/kernel/random/entropy_avail)" -ge "$1" ]\n', args: ['200'], reason: 'EntropyIsLow',
        condition: { type: 'EntropyProblem', healthyReason: 'EntropyIsThere', healthyMessage: 'the node has random numbers' },
      }),
    ],
  });
  expectGolden('node-problem-detector-monitors', chart);
});

test('it is a node agent like any other', () => {
  const detector = new NodeProblemDetector(testChart(), 'npd');
  expect(detector).toBeInstanceOf(NodeAgent);
  expect(detector.metricsPort.containerPort).toBe(20257);
});

test.each<[string, NodeProblemMonitor[], object]>([
  ['the log of the kernel needs a privileged container', [kernel(), systemd()], { privileged: true }],
  ['the journal needs root, and nothing else', [systemd()], { runAsUser: 0, capabilities: { drop: ['ALL'] } }],
  ['log files may belong to others', [disk], { runAsUser: 0, capabilities: { drop: ['ALL'], add: ['DAC_READ_SEARCH'] } }],
  ['the socket of the runtime is root\'s', [containerRuntimeHealth()], { runAsUser: 0, capabilities: { drop: ['ALL'] } }],
  ['a script and the kubelet need no rights', [
    ntp, kubeletHealth(),
  ], { runAsNonRoot: true, runAsUser: 65534, capabilities: { drop: ['ALL'] } }],
])('%s', (_, problemMonitors, security) => {
  expect(made({ problemMonitors }).container.securityContext).toMatchObject(security);
});

test.each<[string, NodeProblemMonitor[], string[]]>([
  ['the log of the kernel', [kernel()], ['/dev/kmsg']],
  ['logs, each directory once', [systemd(), disk, NodeProblemMonitor.abrt()], ['/var/log']],
  ['crictl and the directory of the socket', [
    containerRuntimeHealth({ crictlPath: '/usr/local/bin/crictl', socketPath: '/run/crio/crio.sock' }),
  ],
  ['/run/crio', '/usr/local/bin/crictl']],
  ['nothing', [ntp, kubeletHealth(), NodeProblemMonitor.systemStats()], []],
])('it sees of the node %s', (_, problemMonitors, paths) => {
  const { pod } = made({ problemMonitors });
  expect((pod.volumes ?? []).flatMap(({ hostPath }: any) => hostPath?.path ?? [])).toEqual(paths);
});

test('it reports with the rights that this takes, and no others', () => {
  const all = ['cluster: get nodes', 'cluster: patch nodes/status', 'default: create,patch events'];
  expect(rulesOf(made({}).objects)).toEqual(all);
  expect(rulesOf(made({ reportEvents: false }).objects)).toEqual(all.slice(0, 2));
  expect(rulesOf(made({ reportConditions: false }).objects)).toEqual([all[0], all[2]]);
  expect(rulesOf(made({ eventNamespace: 'ops' }).objects)).toEqual([...all.slice(0, 2), 'ops: create,patch events']);
  const { objects, pod, container } = made({ reportConditions: false, reportEvents: false });
  expect(objects.map(({ kind }) => kind)).toEqual(['Service', 'DaemonSet']);
  expect(container.args).toContain('--enable-k8s-exporter=false');
  expect(pod.volumes.map(({ name }: any) => name)).toEqual(['dev-kmsg']);
});

test('the kubelet is asked on the network of the node, kube-proxy by its address', () => {
  expect(made({ problemMonitors: [kubeletHealth(), kubeProxyHealth()] }).pod.hostNetwork).toBe(true);
  const { pod, container } = made({ problemMonitors: [kubeProxyHealth({ port: 20000 })] });
  expect(pod.hostNetwork).toBeUndefined();
  expect(container.env).toEqual(expect.arrayContaining([
    { name: 'HOST_ADDRESS', valueFrom: { fieldRef: { fieldPath: 'status.hostIP' } } }, { name: 'KUBEPROXY_PORT', value: '20000' },
  ]));
  const shared = made({ problemMonitors: [kubeProxyHealth()], hostNamespaces: [HostNamespace.network('a script looks at it')] });
  expect(shared.container.env.map(({ name }: any) => name)).not.toContain('HOST_ADDRESS');
});

test('one port drives argument, probes and Service', () => {
  const { objects, container } = made({ port: 9999 });
  expect(container.args).toContain('--prometheus-port=9999');
  expect(container.ports).toMatchObject([{ name: 'http-metrics', containerPort: 9999 }]);
  expect(objects.find(({ kind }) => kind === 'Service').spec.ports).toMatchObject([{ port: 9999 }]);
});

test('every default can be switched off', () => {
  const { objects, pod, container } = made({
    services: [], resources: Resources.none(), livenessProbe: Probe.none(), readinessProbe: Probe.none(), startupProbe: Probe.none(),
    priority: Priority.none(),
    reportConditions: false, reportEvents: false, problemMonitors: [ntp],
  });
  expect(objects.map(({ kind }) => kind)).toEqual(['ConfigMap', 'DaemonSet']);
  expect(Object.keys(container).sort()).toEqual(['args', 'env', 'image', 'name', 'ports', 'securityContext', 'volumeMounts']);
  expect(pod.priorityClassName).toBeUndefined();
});

test('the release decides the image, and an image says its release', () => {
  expect(made({ version: '1.34.0' }).container.image).toMatch(/:v1\.34\.0$/);
  expect(made({ image: 'mirror.example.com/npd:v1.35.1-custom' }).container.image).toBe('mirror.example.com/npd:v1.35.1-custom');
  expect(codes({ version: '0.8.20' })).toEqual(['[test/npd] unknown-exporter-version']);
  expect(codes({ image: 'mirror.example.com/npd:stable' })).toEqual(['[test/npd] unknown-exporter-version']);
});

test('monitors that are in each other\'s way are refused', () => {
  const own = (name: string) => NodeProblemMonitor.plugin(name, {
    script: '#!/bin/sh\n', reason: 'Deadlock', condition: { type: 'KernelDeadlock', healthyReason: 'NoDeadlock' },
  });
  expect(codes({ problemMonitors: [kernel(), own('own')] })).toEqual(['[test/npd] node-condition-conflict']);
  expect(codes({ problemMonitors: [kernel(), kernel()] })).toEqual(['[test/npd] invalid-node-monitor']);
  expect(codes({ problemMonitors: [] })).toEqual(['[test/npd] invalid-node-monitor']);
});
