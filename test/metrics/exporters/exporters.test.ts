import { Duration } from 'cdk8s';
import {
  ContainerSecurity, DcgmCounterKind, Exporter, MetricsAlerts, MetricsExporter, MetricsExporterProps, MetricsProtection, MetricsScraping,
  NameFilter, TargetCluster,
} from '../../../src';
import { podSecurityLevel } from '../../../src/cluster/pod-security';
import { codesOf, errorsOf, expectGolden, objectOf, testChart } from '../../support/golden';
import { reading } from '../../support/refused';

const EXPORTERS: { readonly [name: string]: () => Exporter } = {
  windows: () => Exporter.windows(), dcgm: () => Exporter.dcgm(), process: () => Exporter.process(), smartctl: () => Exporter.smartctl(),
  systemd: () => Exporter.systemd(),
};

function podOf(props: MetricsExporterProps, configure: (chart: ReturnType<typeof testChart>) => void = () => {}): any {
  const chart = testChart();
  configure(chart);
  new MetricsExporter(chart, 'metrics', props);
  return objectOf(chart, 'DaemonSet').spec.template.spec;
}

const containerOf = (props: MetricsExporterProps) => podOf(props).containers[0];
const argsOf = (exporter: Exporter, more: MetricsExporterProps = {}): string[] => containerOf({ exporter, ...more }).args;

test.each(Object.keys(EXPORTERS))('%s works with no options', name => {
  const chart = testChart('metrics', 'monitoring');
  new MetricsExporter(chart, name, { exporter: EXPORTERS[name]() });
  expectGolden(`metrics-${name}`, chart);
});

test.each(Object.keys(EXPORTERS))('%s needs Pod Security level privileged, as its documentation says', name => {
  expect(podSecurityLevel({ spec: podOf({ exporter: EXPORTERS[name]() }) }).level).toBe('privileged');
});

test.each(Object.keys(EXPORTERS))('%s serves TLS, is found by a PodMonitor, and has alerts about itself', name => {
  const chart = testChart();
  new MetricsExporter(chart, name, {
    exporter: EXPORTERS[name](), protection: MetricsProtection.tls('tls'), scraping: MetricsScraping.podMonitor(),
    alerts: MetricsAlerts.prometheusRule(),
  });
  const [endpoint] = objectOf(chart, 'PodMonitor').spec.podMetricsEndpoints;
  expect(endpoint).toMatchObject({ scheme: 'https', port: 'https-metrics' });
  expect(endpoint.relabelings.map(({ targetLabel }: any) => targetLabel)).toEqual(expect.arrayContaining(['instance', 'node']));
  const [group] = objectOf(chart, 'PrometheusRule').spec.groups;
  expect(group.rules.map(({ alert }: any) => alert)).toContain('MetricsExporterDown');
  for (const { expr } of group.rules) {expect(expr).toContain(`namespace="node-agents",pod=~"${name}-.+"`);}
});

test.each(Object.keys(EXPORTERS))('%s hides behind kube-rbac-proxy, if there is a proxy for its nodes', name => {
  const chart = testChart();
  new MetricsExporter(chart, name, { exporter: EXPORTERS[name](), protection: MetricsProtection.kubeRbacProxy() });
  const expected = name === 'windows' ? ['[test/windows] invalid-protection'] : [];
  expect(codesOf(chart)).toEqual(expected);
});

test('the flag that crashes node_exporter is refused', () => {
  const chart = testChart();
  new MetricsExporter(chart, 'metrics', { args: ['--collector.filesystem.mount-timeout=soon'] });
  expect(codesOf(chart)).toEqual(['[test/metrics] unknown-flag']);
});

test.each<[string, Exporter, string, string]>([
  ['an unknown flag of Windows', Exporter.windows(), '--collector.foo', 'unknown-flag'],
  ['a flag of a newer Windows exporter', Exporter.windows({ version: '0.31.1' }), '--collector.process.cmdline', 'flag-too-new'],
  ['a priority that Windows does not have', Exporter.windows(), '--process.priority=highest', 'unknown-flag'],
  ['collectors by their flag', Exporter.windows(), '--collectors.enabled=cpu', 'conflicting-flags'],
  ['a flag of a newer dcgm-exporter', Exporter.dcgm({ version: '4.4.2-4.7.1' }), '--enable-pprof', 'flag-too-new'],
  ['an interval that is no number', Exporter.dcgm(), '--collect-interval=30s', 'unknown-flag'],
  ['the short name of a flag', Exporter.dcgm(), '-n', 'unknown-flag'],
  ['a boolean that is none', Exporter.process(), '--children=perhaps', 'unknown-flag'],
  ['a limit that is no time', Exporter.process(), '--recheck-with-time-limit=soon', 'unknown-flag'],
  ['a flag of a newer smartctl_exporter', Exporter.smartctl({ version: '0.13.0' }), '--smartctl.powermode-check=sleep', 'flag-too-new'],
  ['a power mode that is none', Exporter.smartctl(), '--smartctl.powermode-check=active', 'unknown-flag'],
  ['the private socket of systemd', Exporter.systemd(), '--systemd.collector.private', 'conflicting-flags'],
  ['a pattern that is not RE2', Exporter.systemd(), '--systemd.collector.unit-include=(?=a)', 'invalid-pattern'],
  ['another address', Exporter.systemd(), '--web.listen-address=:1', 'conflicting-flags'],
])('%s is refused', (_, exporter, arg, code) => {
  const chart = testChart();
  new MetricsExporter(chart, 'metrics', { exporter, args: [arg] });
  expect(codesOf(chart)).toEqual([`[test/metrics] ${code}`]);
});

test.each<[string, () => unknown, string]>([
  ['Windows before 0.31', () => Exporter.windows({ version: '0.30.8' }), 'unknown-exporter-version'],
  ['Windows without a patch', () => Exporter.windows({ version: '0.31' }), 'unknown-exporter-version'],
  ['a collector of Linux', () => Exporter.windows({ collectors: ['cpu', 'netstat'] }), 'unknown-collector'],
  ['DCGM without its exporter', () => Exporter.dcgm({ version: '4.5.3' }), 'unknown-exporter-version'],
  ['dcgm-exporter before 4.7', () => Exporter.dcgm({ version: '4.4.1-4.6.0' }), 'unknown-exporter-version'],
  ['no counter', () => Exporter.dcgm({ counters: [] }), 'invalid-counter'],
  ['a counter that is no field', () => Exporter.dcgm({ counters: [{ field: 'gpu_util' }] }), 'invalid-counter'],
  ['a counter twice', () => Exporter.dcgm({
    counters: [{ field: 'DCGM_FI_DEV_GPU_UTIL' }, { field: 'DCGM_FI_DEV_GPU_UTIL' }],
  }), 'invalid-counter'],
  ['profiling without its right', () => Exporter.dcgm({ counters: [{ field: 'DCGM_FI_PROF_SM_ACTIVE' }] }), 'invalid-counter'],
  ['a help of two lines', () => Exporter.dcgm({ counters: [{ field: 'DCGM_FI_DEV_GPU_UTIL', help: 'a\nb' }] }), 'invalid-counter'],
  ['labels by a pattern that is not RE2', () => Exporter.dcgm({ podLabels: ['(?=a)'] }), 'invalid-pattern'],
  ['no group of processes', () => Exporter.process({ groups: [] }), 'invalid-process-group'],
  ['a group that matches nothing', () => Exporter.process({ groups: [{ name: 'all' }] }), 'invalid-process-group'],
  ['a command that the kernel cuts', () => Exporter.process({
    groups: [{ commands: ['systemd-networkd-wait'] }],
  }), 'invalid-process-group'],
  ['a template that is none', () => Exporter.process({ groups: [{ name: '{{.Comm', commands: ['a'] }] }), 'invalid-process-group'],
  ['command lines by a pattern that is not RE2', () => Exporter.process({ groups: [{ commandLines: ['(?=a)'] }] }), 'invalid-pattern'],
  ['disks asked more often than every second', () => Exporter.smartctl({ interval: Duration.millis(100) }), 'invalid-duration'],
  ['systemd before 0.6', () => Exporter.systemd({ version: '0.5.0' }), 'unknown-exporter-version'],
])('%s is refused at once', (_, make, code) => {
  expect(reading(make)).toThrow(new RegExp(`^${code}: `));
});

test('Windows: the web configuration is found below the mounts of the container, and files of metrics on the node itself', () => {
  const exporter = Exporter.windows({ textfileDirectory: 'C:\\metrics', collectors: ['os', 'cpu'] });
  const container = containerOf({ exporter, protection: MetricsProtection.tls('tls') });
  expect(container.args).toEqual(expect.arrayContaining([
    '--collector.textfile.directories=C:\\metrics', '--collectors.enabled=cpu,os,textfile',
    '--web.config.file=%CONTAINER_SANDBOX_MOUNT_POINT%/etc/web-config/web-config.yaml',
  ]));
  expect(container.args.join(' ')).not.toContain('collector.service');
});

test('Windows: services are chosen by name, and the firewall can be left alone', () => {
  const {
    initContainers, containers,
  } = podOf({ exporter: Exporter.windows({ firewallRule: false, services: NameFilter.excluding(['wuauserv']) }) });
  expect(initContainers).toBeUndefined();
  expect(containers[0].args).toContain('--collector.service.exclude=^(wuauserv)$');
});

test('Windows: the firewall opens the port that is scraped', () => {
  const { initContainers } = podOf({ exporter: Exporter.windows(), port: 19182 });
  expect(initContainers[0].args.join(' ')).toContain('-LocalPort 19182');
});

test('dcgm: what is asked for brings its rights, and nothing else does', () => {
  const rules = (exporter: Exporter) => {
    const chart = testChart();
    new MetricsExporter(chart, 'metrics', { exporter });
    return objectOf(chart, 'ClusterRole')?.rules;
  };
  expect(rules(Exporter.dcgm())).toBeUndefined();
  expect(rules(Exporter.dcgm({ podLabels: ['^app$'], podUid: true }))).toEqual([
    { apiGroups: [''], resources: ['pods'], verbs: ['get', 'list', 'watch'] },
  ]);
  expect(rules(Exporter.dcgm({ dynamicResourceAllocation: true }))).toEqual([
    { apiGroups: ['resource.k8s.io'], resources: ['resourceslices'], verbs: ['get', 'list', 'watch'] },
  ]);
  expect(argsOf(Exporter.dcgm({ podLabels: ['^app$', '^team$'], podUid: true, sharedGpus: true }))).toEqual(expect.arrayContaining([
    '--kubernetes-enable-pod-labels=true', '--kubernetes-enable-pod-uid=true', '--kubernetes-pod-label-allowlist-regex=^app$,^team$',
    '--kubernetes-virtual-gpus=true',
  ]));
});

test('dcgm: profiling takes SYS_ADMIN, and privilege escalation stays refused', () => {
  const { securityContext } = containerOf({ exporter: Exporter.dcgm({ profiling: true }) });
  expect(securityContext).toMatchObject({
    allowPrivilegeEscalation: false, capabilities: { add: ['SYS_ADMIN'], drop: ['ALL'] }, runAsUser: 0,
  });
});

test('dcgm: the directory of the socket is mounted, wherever the kubelet has it', () => {
  const pod = podOf({ exporter: Exporter.dcgm() }, chart => TargetCluster.configure(chart, { kubeletDirectory: '/var/lib/k0s/kubelet' }));
  expect(pod.volumes).toContainEqual({
    name: expect.any(String), hostPath: { path: '/var/lib/k0s/kubelet/pod-resources', type: 'Directory' },
  });
  expect(pod.containers[0].args).toContain('--pod-resources-kubelet-socket=/var/lib/k0s/kubelet/pod-resources/kubelet.sock');
});

test('dcgm: the runtime class is that of the agent', () => {
  expect(podOf({ exporter: Exporter.dcgm(), runtimeClassName: 'nvidia' }).runtimeClassName).toBe('nvidia');
});

test('dcgm: counters are lines of three fields', () => {
  const chart = testChart();
  new MetricsExporter(chart, 'metrics', {
    exporter: Exporter.dcgm({
      counters: [
        { field: 'DCGM_FI_DEV_GPU_UTIL', help: 'how busy, in "percent"' }, { field: 'DCGM_FI_DRIVER_VERSION', kind: DcgmCounterKind.LABEL },
      ],
    }),
  });
  expect(Object.values(objectOf(chart, 'ConfigMap').data)).toEqual([
    'DCGM_FI_DEV_GPU_UTIL,gauge,"how busy, in ""percent"""\nDCGM_FI_DRIVER_VERSION,label,DCGM_FI_DRIVER_VERSION\n',
  ]);
});

test('process: what only owners see takes root with two capabilities', () => {
  const container = containerOf({ exporter: Exporter.process({ readsAllProcesses: true }) });
  expect(container.securityContext.capabilities).toEqual({ add: ['DAC_READ_SEARCH', 'SYS_PTRACE'], drop: ['ALL'] });
  expect(container.args).toContain('--gather-smaps=true');
});

test('process: groups of a user stay when their last process ends', () => {
  const chart = testChart();
  new MetricsExporter(chart, 'metrics', {
    exporter: Exporter.process({ groups: [{ name: '{{.Matches.Jar}}', commands: ['java'], commandLines: ['-jar (?P<Jar>\\S+)'] }] }),
  });
  expect(Object.values(objectOf(chart, 'ConfigMap').data)).toEqual([
    'process_names:\n  - name: "{{.Matches.Jar}}"\n    comm:\n      - java\n    cmdline:\n      - -jar (?P<Jar>\\S+)\n',
  ]);
  expect(objectOf(chart, 'DaemonSet').spec.template.spec.containers[0].args.join(' ')).not.toContain('remove-empty-groups');
});

test('smartctl: disks by name', () => {
  expect(argsOf(Exporter.smartctl({ devices: NameFilter.only(['nvme.*']) }))).toContain('--smartctl.device-include=^(nvme.*)$');
  expect(argsOf(Exporter.smartctl({ devices: NameFilter.excluding(['loop.*']) }))).toContain('--smartctl.device-exclude=^(loop.*)$');
});

test('systemd: units by name', () => {
  expect(argsOf(Exporter.systemd({ units: NameFilter.only(['kubelet\\.service']) }))).toContain(
    '--systemd.collector.unit-include=^(kubelet\\.service)$',
  );
});

describe('any other exporter', () => {
  const options = { application: 'ipmi-exporter', image: 'example.com/ipmi-exporter:1.10.0', port: 9290 };

  test('listens where its Service, its probes and its monitor look', () => {
    const container = containerOf({
      exporter: Exporter.of({ ...options, args: ['serve'], healthPath: '/healthz' }), port: 9999, args: ['--debug'],
    });
    expect(container.args).toEqual(['serve', '--web.listen-address=[$(POD_IP)]:9999', '--debug']);
    expect(container.readinessProbe.httpGet).toEqual({ path: '/healthz', port: 'http-metrics' });
    expect(container.ports).toEqual([{ containerPort: 9999, name: 'http-metrics', protocol: 'TCP' }]);
  });

  test('serves TLS where it is said how', () => {
    const protection = MetricsProtection.tls('tls');
    const chart = testChart();
    new MetricsExporter(chart, 'metrics', { exporter: Exporter.of(options), protection });
    expect(codesOf(chart)).toEqual(['[test/metrics] invalid-protection']);
    expect(argsOf(Exporter.of({ ...options, webConfigFlag: '--web.config.file' }), { protection })).toContain(
      '--web.config.file=/etc/web-config/web-config.yaml',
    );
  });

  test('is scraped at its own path', () => {
    const chart = testChart();
    new MetricsExporter(chart, 'metrics', {
      exporter: Exporter.of({ ...options, metricsPath: '/probe' }), scraping: MetricsScraping.podMonitor(),
    });
    expect(objectOf(chart, 'PodMonitor').spec.podMetricsEndpoints[0].path).toBe('/probe');
  });
});

test('the autoscaler learns it by the annotation that it reads on pods of a DaemonSet', () => {
  const chart = testChart();
  new MetricsExporter(chart, 'metrics', { scaleDownEviction: true });
  expect(
    objectOf(chart, 'DaemonSet').spec.template.metadata.annotations,
  ).toEqual({ 'cluster-autoscaler.kubernetes.io/enable-ds-eviction': 'true' });
});

test('rights of a user win over those of the program', () => {
  expect(
    containerOf({ exporter: Exporter.process(), securityContext: ContainerSecurity.nonRoot(1000) }).securityContext.runAsUser,
  ).toBe(1000);
  expect(errorsOf(testChart())).toEqual([]);
});
