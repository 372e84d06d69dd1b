import { CsiPlugin, csiPluginsIn, nameByProgram } from '../../cluster/csi/csi-plugins';
import { protocolOf } from '../../cluster/csi/mount-life';
import { hostMountsIn } from '../../cluster/host-state/host-mounts';
import { findingOf } from '../../private/finding';
import { csiPlugin } from '../facts/csi-example';
import type { Rule } from '../rule';

const SECRETS_STORE = 'secrets-store.csi.k8s.io';

export const csiDevWithoutNeed: Rule = {
  id: 'csi-dev-without-need',
  level: 'warning',
  summary: 'A container of a CSI plugin mounts the devices of the node and has nothing to do with devices.',
  looksAt: 'Mounts of `/dev` in sidecars of CSI plugins (registrar, liveness probe), and in drivers of file shares (NFS, SMB, EFS) and of '
    + 'the Secrets Store, which attach no disk. Devices of their own, such as `/dev/fuse`, are not looked at.',
  why: 'With `/dev` of the node a container that is taken over and runs as root reads and writes every disk, below all file systems. '
    + 'Sidecars talk to a socket, and mounts of shares and of Secrets are made by the kernel from an address or from memory.',
  fix: 'Leave out the mount, and the volume where no other container uses it.',
  example: () => {
    const kubelet = '/var/lib/kubelet';
    const volumes = Object.entries({
      'plugin-dir': `${kubelet}/plugins/disk.csi.example.com`, 'registration-dir': `${kubelet}/plugins_registry`, 'dev-dir': '/dev',
    }).map(([name, path]) => ({ name, hostPath: { path, type: 'Directory' } }));
    const volumeMounts = [{ name: 'plugin-dir', mountPath: '/csi' }, { name: 'dev-dir', mountPath: '/dev' }];
    const plugin = (image: string) => csiPlugin({ driver: { image, volumeMounts }, pod: { hostNetwork: true, volumes } });
    return {
      fails: [plugin('registry.k8s.io/sig-storage/nfsplugin:v4.13.4')], passes: [plugin('example.com/disk-csi:1.0.0')],
    };
  },
  *check(context) {
    for (const plugin of csiPluginsIn(context)) {
      for (const { container, mountPath, path } of hostMountsIn(plugin.workload)) {
        const why = path === '/dev' ? whyNoDevices(plugin, container.name) : undefined;
        if (why === undefined) {continue;}
        yield findingOf(csiDevWithoutNeed, {
          about: plugin.workload, container: container.name, path: mountPath, given: '/dev', what: `${why}, and sees every disk of the node`,
        });
      }
    }
  },
};

/** Why a container of a plugin has no need of devices, where that is known. */
function whyNoDevices(plugin: CsiPlugin, container: string): string | undefined {
  const isSidecar = [plugin.registrar, plugin.liveness].some(sidecar => sidecar?.name === container);
  if (isSidecar) {return 'the sidecar talks to the socket of its driver';}
  if (container !== plugin.driver?.name) {return undefined;}
  const protocol = protocolOf(plugin);
  if (protocol !== undefined) {return `the driver mounts shares of ${protocol}`;}
  return nameByProgram(plugin.driver) === SECRETS_STORE ? 'the driver serves Secrets' : undefined;
}
