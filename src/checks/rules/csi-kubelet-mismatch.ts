import { CsiPlugin, csiPluginsIn, volumeMountsOf } from '../../cluster/csi/csi-plugins';
import { hostMountsIn } from '../../cluster/host-state/host-mounts';
import { mountPathsOf, textsOf } from '../../cluster/inventory/container-texts';
import { containersIn } from '../../cluster/inventory/containers';
import { foreignKubeletPath, foreignKubeletPathsIn, isIn } from '../../cluster/platforms/host-places';
import { findingOf, ObjectFinding } from '../../private/finding';
import { csiPlugin } from '../facts/csi-example';
import { platformOfWorkload } from '../facts/platform-of';
import type { Rule } from '../rule';

const KUBELET_PARTS = /^(\/.*?)\/(?:pods|plugins|plugins_registry)(?:\/|$)/;

export const csiKubeletMismatch: Rule = {
  id: 'csi-kubelet-mismatch',
  level: 'error',
  summary: 'A CSI plugin names the directories of two kubelets, or tells the kubelet of a socket that is not there.',
  looksAt: '`--kubelet-registration-path` of node-driver-registrar, which is a path of the node, against the `hostPath` volumes of its '
    + 'pod: `plugins_registry`, `pods` and the directory of the socket. Commands, arguments, variables and the mount paths of the '
    + 'driver that name the directory of another distribution. What the platform says of the kubelet is looked at by '
    + '`other-kubelet-directory`.',
  why: 'The kubelet calls the driver at the path that the registrar names, and looks for it nowhere else. All probes are green, and pods '
    + 'wait with `driver name not found in the list of registered CSI drivers`: k3s, k0s, microk8s and RKE1 have other directories than '
    + '/var/lib/kubelet, and a link is not enough.',
  fix: 'Name one directory of the kubelet in all volumes, mount paths and arguments. CsiNodePlugin takes it from `TargetCluster` or '
    + '`kubeletDirectory`, and all paths follow.',
  example: () => ({
    fails: [csiPlugin({ registrationPath: '/var/lib/k0s/kubelet/plugins/disk.csi.example.com/csi.sock' })],
    passes: [csiPlugin({ kubelet: '/var/lib/k0s/kubelet' })],
  }),
  *check(context) {
    for (const plugin of csiPluginsIn(context)) {
      const { workload, registrar, socket, kubelet } = plugin;
      if (socket === undefined || kubelet === undefined) {continue;}
      const place = { about: workload, container: registrar.name, path: socket.path, given: socket.value };
      const mounts = hostMountsIn(workload);
      const other = mounts.map(({ path }) => KUBELET_PARTS.exec(path)?.[1]).find(root => root !== undefined && root !== kubelet);
      if (other !== undefined) {
        yield findingOf(csiKubeletMismatch, {
          ...place, what: `the kubelet is said to be in ${kubelet}, and volumes of the pod are in ${other}`, allowed: 'one of the two',
        });
      } else if (mounts.length > 0 && !mounts.some(({ path }) => isIn(socket.value, path))) {
        yield findingOf(csiKubeletMismatch, {
          ...place, what: 'no volume of the pod is the directory that the kubelet is to find the socket in',
        });
      }
      yield* mountsElsewhere(plugin, kubelet);
      // where the platform is known, other-kubelet-directory looks at every text
      if (platformOfWorkload(context, workload) === undefined) {
        yield* textsOfOthers(plugin, kubelet, context.own?.knowledgeOf(workload)?.meantPaths ?? []);
      }
    }
  },
};

/** The kubelet names paths of the node, which the driver looks for in its container. Some are told both paths, and translate. */
function* mountsElsewhere(plugin: CsiPlugin, kubelet: string): Iterable<ObjectFinding> {
  const translates = (plugin.driver?.container.env ?? []).some(({ value }: { readonly value?: unknown }) => value === kubelet);
  for (const { container, mount, mountPath, path } of translates ? [] : volumeMountsOf(plugin)) {
    const foreign = typeof mount.mountPath === 'string' ? foreignKubeletPath(mount.mountPath, { kubeletDirectory: kubelet }) : undefined;
    if (foreign === undefined) {continue;}
    yield findingOf(csiKubeletMismatch, {
      about: plugin.workload, container: container.name, path: `${mountPath}.mountPath`, given: foreign.path, allowed: path,
      what: 'the kubelet names paths of the node, and the driver has them elsewhere',
    });
  }
}

function* textsOfOthers({ workload }: CsiPlugin, kubelet: string, meant: readonly string[]): Iterable<ObjectFinding> {
  for (const placed of containersIn(workload)) {
    const known = [...mountPathsOf(placed), ...meant];
    for (const { path, what, text } of textsOf(placed)) {
      for (const found of foreignKubeletPathsIn(text, { kubeletDirectory: kubelet })) {
        if (known.some(each => isIn(found.path, each))) {continue;}
        yield findingOf(csiKubeletMismatch, {
          about: workload, container: placed.name, path, given: found.path, allowed: found.right,
          what: `the kubelet is said to be in ${kubelet}, and ${what} of the container '${placed.name}' names another`,
        });
      }
    }
  }
}
