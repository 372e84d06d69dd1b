import * as fc from 'fast-check';
import { NameFilter, NodeExporterOptions } from '../../../src';
import { COLLECTORS, isOnByDefault } from '../../../src/metrics/node-exporter/collector-table';
import { setFilters } from '../../../src/metrics/node-exporter/node-filters';
import { nodeExporterFlags } from '../../../src/metrics/node-exporter/node-flags';
import { FlagSet } from '../../../src/metrics/private/flag-set';
import { re2Problem } from '../../../src/private/re2';
import { runs } from '../../support/runs';

const RUNNING = COLLECTORS.filter(isOnByDefault);

interface FilterContext {
  readonly minor?: number;
  readonly running?: readonly string[];
  readonly kubeletDirectory?: string;
}

function filters(options: NodeExporterOptions, context: FilterContext = {}): { [flag: string]: string } {
  const flags = new FlagSet(nodeExporterFlags([1, context.minor ?? 12]));
  setFilters(flags, options, {
    running: context.running ?? RUNNING, version: [1, context.minor ?? 12],
    kubeletDirectory: context.kubeletDirectory ?? '/var/lib/kubelet',
  });
  expect(flags.findings).toEqual([]);
  return Object.fromEntries(flags.render().map(arg => /^--collector\.([^=]+)=(.*)$/s.exec(arg)!.slice(1)));
}

const keeps = (pattern: string, names: string[]) => names.filter(name => !new RegExp(pattern).test(name));

test('mounts of pods and runtimes are left out, the disks that hold them are not', () => {
  const noise = [
    '/dev', '/dev/shm', '/proc', '/sys', '/sys/fs/cgroup', '/run/user/1000', '/run/netns/cni-1', '/run/credentials/systemd-sysctl.service',
    '/run/containerd/io.containerd.grpc.v1.cri/sandboxes/abc/shm', '/run/k3s/containerd/io.containerd.runtime.v2.task/k8s.io/abc/rootfs',
    '/run/crio/abc/shm',
    '/var/lib/kubelet/pods/uid/volumes/kubernetes.io~projected/token', '/var/lib/kubelet/plugins/kubernetes.io/csi/nfs/abc/globalmount',
    '/var/lib/containerd/io.containerd.snapshotter.v1.overlayfs/abc', '/var/lib/docker/overlay2/abc/merged',
    '/var/lib/containers/storage/overlay/abc/merged',
  ];
  const disks = [
    '/', '/boot/efi', '/data', '/developer', '/run', '/run/lock', '/var', '/var/lib/containerd', '/var/lib/docker', '/var/lib/etcd',
    '/var/lib/kubelet', '/var/lib/kubelet2/pods',
  ];
  expect(keeps(filters({})['filesystem.mount-points-exclude'], [...noise, ...disks])).toEqual(disks);
});

test('the directory of the kubelet follows the target cluster, letter by letter', () => {
  const pattern = filters({}, { kubeletDirectory: '/var/snap/micro.k8s/kubelet' })['filesystem.mount-points-exclude'];
  expect(keeps(pattern, ['/var/snap/micro.k8s/kubelet/pods/a', '/var/snap/microxk8s/kubelet/pods/a', '/var/lib/kubelet/pods/a']))
    .toEqual(['/var/snap/microxk8s/kubelet/pods/a', '/var/lib/kubelet/pods/a']);
});

test("the links of pods are left out, the node's own devices are not", () => {
  const links = [
    'veth12ab34cd', 'vethwepl1a2b3c4', 'cali0123456789a', 'eni0123456789a', 'azv0123456789a', 'gke0123456789a', 'lxc0123456789ab',
    'lxc_health', '0123456789abcde',
  ];
  const devices = [
    'lo', 'eth0', 'ens5', 'enP4p65s0', 'eno1', 'bond0', 'br-ex', 'cilium_host', 'cilium_vxlan', 'flannel.1', 'cni0', 'tunl0',
    'vxlan.calico', 'lxcbr0', 'wg0', 'docker0',
  ];
  const flags = filters({});
  for (const flag of ['arp.device-exclude', 'netclass.ignored-devices', 'netdev.device-exclude']) {
    expect(keeps(flags[flag], [...links, ...devices])).toEqual(devices);
  }
});

test('disks and file systems are left to the exporter', () => {
  expect(Object.keys(filters({}))).toEqual([
    'arp.device-exclude', 'filesystem.mount-points-exclude', 'netclass.ignored-devices', 'netdev.device-exclude',
  ]);
});

test('releases before 1.10 get erofs in their list', () => {
  expect(keeps(filters({}, { minor: 9 })['filesystem.fs-types-exclude'], ['ext4', 'erofs', 'overlay', 'cgroup2', 'xfs', 'tmpfs'])).toEqual([
    'ext4', 'xfs', 'tmpfs',
  ]);
});

test('a list may be longer, another one, the only ones, or none', () => {
  expect(filters({ diskDevices: NameFilter.excludingAlso(['dm-\\d+']) })['diskstats.device-exclude'])
    .toBe('^((z?ram|loop|fd|(h|s|v|xv)d[a-z]|nvme\\d+n\\d+p)\\d+|dm-\\d+)$');
  expect(filters({ mountPoints: NameFilter.excluding(['/mnt/.*']) })['filesystem.mount-points-exclude']).toBe('^(/mnt/.*)($|/)');
  expect(filters({ mountPoints: NameFilter.excluding([]) })['filesystem.mount-points-exclude']).toBe('^$');
  expect(filters({ mountPoints: NameFilter.only(['/', '/data']), filesystemTypes: NameFilter.only(['ext4']) })).toMatchObject({
    'filesystem.mount-points-include': '^(/|/data)($|/)', 'filesystem.fs-types-include': '^(ext4)$',
  });
  expect(Object.keys(filters({ mountPoints: NameFilter.exporterDefault(), networkDevices: NameFilter.exporterDefault() }))).toEqual([]);
});

test('a mount point that is kept takes those below it with it, but / stands for itself', () => {
  const pattern = new RegExp(filters({ mountPoints: NameFilter.only(['/', '/data']) })['filesystem.mount-points-include']);
  expect(['/', '/data', '/data/a', '/database', '/var'].filter(mount => pattern.test(mount))).toEqual(['/', '/data', '/data/a']);
});

test('netclass can only leave devices out: it keeps its default where only some are kept', () => {
  const flags = filters({ networkDevices: NameFilter.only(['eth0']) });
  expect(flags['netdev.device-include']).toBe('^(eth0)$');
  expect(flags['arp.device-include']).toBe('^(eth0)$');
  expect(flags['netclass.ignored-devices']).toBe(filters({})['netclass.ignored-devices']);
});

test('ethtool and qdisc follow where they run, qdisc from 1.7 on', () => {
  const running = [...RUNNING, 'ethtool', 'qdisc'];
  expect(Object.keys(filters({}, { running }))).toEqual(expect.arrayContaining(['ethtool.device-exclude', 'qdisc.device-exclude']));
  expect(Object.keys(filters({}, { running, minor: 6 }))).not.toContain('qdisc.device-exclude');
});

test('a collector that does not run has no filter', () => {
  expect(filters({}, { running: ['cpu'] })).toEqual({});
});

test('a pattern that looks like a variable of Kubernetes is escaped', () => {
  expect(filters({ diskDevices: NameFilter.excluding(['a$(b)']) })['diskstats.device-exclude']).toBe('^(a$$(b))$');
});

test('whatever names are put together, the expression can be compiled, and matches them and nothing longer', () => {
  const names = fc.array(fc.stringMatching(/^[a-z]{1,6}[0-9]{0,2}$/), { minLength: 1, maxLength: 5 });
  fc.assert(fc.property(names, list => {
    const pattern = filters({ diskDevices: NameFilter.excluding(list) })['diskstats.device-exclude'];
    expect(re2Problem(pattern)).toBeUndefined();
    expect(keeps(pattern, list)).toEqual([]);
    expect(keeps(pattern, list.map(name => `${name}x9x`))).toEqual(list.map(name => `${name}x9x`));
  }), { numRuns: runs(100) });
});
