import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Mounts that a node's exporter shows: the disks of the node. */
export const MOUNTS = ['/', '/boot', '/data', '/var/lib/containerd', '/var/lib/kubelet'];

/** Mounts that come and go with pods, or belong to the kernel: noise, and series without end. */
export const NOISY_MOUNTS = [
  '/dev/shm', '/proc/sys/fs/binfmt_misc', '/sys/fs/pstore', '/run/user/1000', '/run/credentials/systemd-journald.service',
  '/run/netns/cni-4f1d',
  '/run/containerd/io.containerd.runtime.v2.task/k8s.io/4f1d/rootfs',
  '/run/k3s/containerd/io.containerd.runtime.v2.task/k8s.io/4f1d/rootfs',
  '/run/docker/netns/default', '/run/crio/version', '/var/lib/containerd/tmpmounts/containerd-mount1',
  '/var/lib/docker/overlay2/4f1d/merged',
  '/var/lib/containers/storage/overlay/4f1d/merged', '/var/lib/kubelet/pods/4f1d/volumes/kubernetes.io~csi/pvc-4f1d/mount',
  '/var/lib/kubelet/plugins/kubernetes.io/csi/nfs.csi.k8s.io/4f1d/globalmount',
];

/** Network devices of the node. */
export const DEVICES = ['eth0', 'lo'];

/** The node's end of a pod's link, as veth pairs, OVN, Calico, EKS, AKS, GKE and Cilium name it. */
export const NOISY_DEVICES = [
  'veth4f1d2c3b', '0123456789abcde', 'cali0123456789a', 'eni0123456789a', 'azv0123456789a', 'gke0123456789a', 'lxc_health', 'lxc4f1d2c3b',
];

export const DISK_MODEL = 'FAKE_DISK_900';
export const OS_ID = 'fakeos';

const DEVICE_FACTS = {
  address: '02:00:00:00:00:01', carrier: '1', flags: '0x1003', ifindex: '2', iflink: '2', mtu: '1500', operstate: 'up', speed: '1000',
};

/**
 * A folder that looks like the root of a node: mounts, network devices, a disk with what udev knows of it, the name of its distribution.
 * What we assert nothing about is linked to the real kernel's files.
 */
export class FakeNode {
  public readonly root = mkdtempSync(join(tmpdir(), 'fake-node-'));

  public constructor() {
    this.linkRest('/proc', ['1', 'diskstats', 'mounts', 'net']);
    this.linkRest('/sys', ['class']);
    this.linkRest('/sys/class', ['net']);
    symlinkSync('/proc/self/net', join(this.root, 'proc/net'));
    this.write('/etc/os-release', `NAME="Fake OS"\nID=${OS_ID}\nVERSION_ID="1.0"\n`);
    this.write('/proc/diskstats', '   8       0 sda 1000 10 20000 300 400 50 6000 700 0 800 900 0 0 0 0 0 0\n');
    this.write('/run/udev/data/b8:0', `E:ID_MODEL=${DISK_MODEL}\nE:ID_SERIAL=4f1d\nE:ID_BUS=scsi\n`);
    const mounts = [...MOUNTS, ...NOISY_MOUNTS];
    // below /proc and /sys stand links to the real kernel's folders, where nothing is ours to make
    for (const mount of mounts.filter((path) => !/^\/(proc|sys)\//.test(path))) mkdirSync(this.at(mount), { recursive: true });
    const lines = mounts.map((mount, index) => `${index + 30} 29 8:${index} / ${mount} rw,relatime shared:${index + 1} - ext4 `
      + `/dev/sda${index} rw\n`);
    this.write('/proc/1/mountinfo', lines.join(''));
    for (const device of [...DEVICES, ...NOISY_DEVICES]) {
      for (const [file, fact] of Object.entries(DEVICE_FACTS)) this.write(`/sys/class/net/${device}/${file}`, `${fact}\n`);
    }
  }

  /** Where a path of the node is. */
  public at(path: string): string {
    return join(this.root, path);
  }

  public remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }

  private linkRest(folder: string, except: readonly string[]): void {
    mkdirSync(this.at(folder), { recursive: true });
    const names = readdirSync(folder).filter((name) => !except.includes(name) && !(folder === '/proc' && /^\d+$/.test(name)));
    for (const name of names) symlinkSync(join(folder, name), join(this.at(folder), name));
  }

  private write(path: string, content: string): void {
    mkdirSync(dirname(this.at(path)), { recursive: true });
    writeFileSync(this.at(path), content);
  }
}
