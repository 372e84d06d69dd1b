import { commonReasons } from './common-reasons';
import { expectParity } from './parity';
import { Exporter, MetricsExporter } from '../../src';
import { testChart } from '../support/golden';

function objectsOf(exporter: Exporter): any[] {
  const chart = testChart();
  new MetricsExporter(chart, 'exporter', { exporter });
  return chart.toJson();
}

test('node_exporter of the chart of prometheus-community', () => {
  const own = 'container node-exporter,';
  expectParity({
    facts: 'node-exporter-chart', objects: objectsOf(Exporter.nodeExporter()),
    because: {
      ...commonReasons(
        'node-exporter', 'portName', 'probes', 'memory', 'address', 'priority', 'rollout', 'allTaints', 'safeToEvict', 'seccomp',
        'leastPrivilege',
      ),
      'the variable held an address that is none': [`${own} variable HOST_IP`],
      'links and mounts of pods are noise': [`${own} flag --collector.*`],
      'btrfs costs processor time on nodes without it, and energy counters are only for root': [
        `${own} flag --no-collector.btrfs`, `${own} flag --no-collector.rapl`,
      ],
      'the root of the node has /proc in it, without process ids of the node for the pod': [
        `${own} flag --path.procfs`, `${own} mount /host/proc`, 'hostPID',
      ],
      'a mount must be a directory, and what is mounted later must show': [`${own} mount /host/root`, `${own} mount /host/sys`],
      'names of Services resolve on the network of the node too': ['dnsPolicy'],
    },
  });
});

const WINDOWS_REASONS = {
  'one rule is left, however often the pod starts, and a firewall that does not run is no failure': [
    'init container firewall, flag *', 'init container firewall, words',
  ],
  'init containers reserve as little as the exporter': ['init container firewall, requests *', 'init container firewall, limits memory'],
  'Windows does not tell upper case from lower': ['container windows-exporter, Windows user', 'init container firewall, Windows user'],
  'flags say what the file of configuration would': [
    'container windows-exporter, flag --config.file', 'container windows-exporter, mount /config.yml',
    'container windows-exporter, flag --collectors.enabled',
    'container windows-exporter, flag --collector.service.include',
  ],
  'the API server checks fields of the wrong system only where the system is named': ['os'],
};

test('windows_exporter of the chart of prometheus-community', () => {
  expectParity({
    facts: 'windows-exporter-chart', objects: objectsOf(Exporter.windows()), renamed: { 'configure-firewall': 'firewall' },
    because: {
      ...commonReasons(
        'windows-exporter', 'portName', 'probes', 'memory', 'address', 'virtualNodes', 'priority', 'rollout', 'allTaints', 'safeToEvict',
      ),
      ...WINDOWS_REASONS,
      'process ids of the host are a field of Linux': ['hostPID'],
      'text files are read where a directory is named': ['container windows-exporter, flag --collector.textfile.directories'],
    },
  });
});

test('windows_exporter of its own manifest', () => {
  expectParity({
    facts: 'windows-exporter-manifest', objects: objectsOf(Exporter.windows()), renamed: { 'configure-firewall': 'firewall' },
    because: {
      ...commonReasons(
        'windows-exporter', 'portName', 'probes', 'memory', 'address', 'virtualNodes', 'priority', 'rollout', 'everyTaint', 'noToken',
      ),
      ...WINDOWS_REASONS,
      'one image for both, which every release of Windows Server can run': ['init container firewall, image'],
    },
  });
});

test('smartctl_exporter of the chart of prometheus-community', () => {
  const own = 'container smartctl-exporter,';
  expectParity({
    facts: 'smartctl-exporter-chart', objects: objectsOf(Exporter.smartctl()), renamed: { main: 'smartctl-exporter' },
    because: {
      ...commonReasons(
        'smartctl-exporter', 'portName', 'probes', 'memory', 'address', 'virtualNodes', 'priority', 'rollout', 'allTaints', 'noToken',
        'linux', 'seccomp',
      ),
      'nothing reads it: a privileged container has the disks of the node': [`${own} mount /hostdev`],
      'they are the defaults of the program': [
        `${own} flag --smartctl.path`, `${own} flag --web.telemetry-path`, `${own} flag --smartctl.interval`,
      ],
      'the program writes no file': [`${own} root file system`],
      'policies for pods went away with Kubernetes 1.25': ['role unrestricted-psp'],
    },
  });
});

test('systemd_exporter of the chart of prometheus-community', () => {
  const own = 'container systemd-exporter,';
  expectParity({
    facts: 'systemd-exporter-chart', objects: objectsOf(Exporter.systemd()),
    because: {
      ...commonReasons(
        'systemd-exporter', 'portName', 'probes', 'memory', 'address', 'virtualNodes', 'priority', 'rollout', 'allTaints', 'safeToEvict',
        'seccomp', 'leastPrivilege',
      ),
      'the bus of the node is all that it asks, and needs neither its network nor its process ids': [
        'hostNetwork', 'hostPID', `${own} mount /run/systemd`,
      ],
      '/var/run is a link to /run, which not every distribution has': [
        `${own} mount /run/dbus`, `${own} mount /var/run/dbus`, `${own} variable DBUS_SYSTEM_BUS_ADDRESS`,
      ],
      'every service is reported, and what comes and goes with pods is not': [
        `${own} flag --systemd.collector.unit-exclude`, `${own} flag --systemd.collector.unit-include`,
      ],
      'it is the default of the program': [`${own} flag --log.level`],
    },
  });
});

const DCGM = 'container dcgm-exporter,';
const DCGM_REASONS = {
  ...commonReasons('dcgm-exporter', 'portName', 'rollout', 'everyTaint', 'linux', 'seccomp'),
  'it runs on nodes with GPUs and on no others, whatever marks and taints them': [
    'node term *', 'toleration nvidia.com/gpu:any effect', 'toleration sku=gpu:NoSchedule',
  ],
  'profiling counters are asked for by name, since SYS_ADMIN is nearly root on the node': [`${DCGM} capability SYS_ADMIN added`],
  'arguments say the same as the variables': [
    `${DCGM} variable DCGM_EXPORTER_*`, `${DCGM} flag --address`, `${DCGM} flag --kubernetes`, `${DCGM} variable POD_IP`,
  ],
  'the kubelet may have another directory, and it must be there': [
    `${DCGM} flag --pod-resources-kubelet-socket`, `${DCGM} mount /var/lib/kubelet/pod-resources`,
  ],
  'a throttled exporter is late with every scrape': [`${DCGM} limits cpu`],
  'its start is waited for, and not 45 seconds on every node': [
    `${DCGM} startup probe`, `${DCGM} liveness probe`, `${DCGM} readiness probe`,
  ],
};

test('dcgm-exporter of its own manifest', () => {
  expectParity({
    facts: 'dcgm-exporter-manifest', objects: objectsOf(Exporter.dcgm()),
    because: {
      ...DCGM_REASONS, ...commonReasons('dcgm-exporter', 'priority'), 'the limit of memory is that of the chart': [`${DCGM} limits memory`],
    },
  });
});

test('dcgm-exporter of its own chart', () => {
  expectParity({
    facts: 'dcgm-exporter-chart', objects: objectsOf(Exporter.dcgm()), renamed: { exporter: 'dcgm-exporter' },
    because: {
      ...DCGM_REASONS,
      'counters are those of the image unless some are named, and then they are a file of the agent': [
        `${DCGM} flag -f`, `${DCGM} mount /etc/dcgm-exporter/default-counters.csv`,
        'may get configmaps of core named exporter-metrics-config-map',
      ],
      'the toleration of everything has it in it': ['toleration node-role.kubernetes.io/control-plane:NoSchedule'],
    },
  });
});
