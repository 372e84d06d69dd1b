import { csiPluginOf } from '../../cluster/csi/csi-plugins';
import { hostMountsIn } from '../../cluster/host-state/host-mounts';
import { mountPathsOf, textsOf } from '../../cluster/inventory/container-texts';
import { containersIn, PlacedContainer } from '../../cluster/inventory/containers';
import type { Workload } from '../../cluster/inventory/workload';
import { writtenWorkloads } from '../../cluster/inventory/written-workloads';
import { ForeignPath, foreignKubeletPath, foreignKubeletPathsIn, isIn } from '../../cluster/platforms/host-places';
import type { PlatformFacts } from '../../cluster/platforms/platform-facts';
import { findingOf, ObjectFinding } from '../../private/finding';
import { daemonSet } from '../example';
import { platformOfWorkload } from '../facts/platform-of';
import type { Rule } from '../rule';

export const otherKubeletDirectory: Rule = {
  id: 'other-kubelet-directory',
  level: 'error',
  summary: 'A path lies in the directory of another kubelet than the cluster has.',
  looksAt: 'Host paths, commands, arguments and environment variables of workloads, against the directory of the kubelet on the platform '
    + '(`TargetCluster`, `--platform`). A path of the container itself is none of the node.',
  why: 'The pod waits for a directory that is not there, or finds a leftover that no kubelet looks at: a CSI driver registers with nobody, '
    + 'and every probe is green.',
  fix: 'Change the path on the host and leave the path in the container, which programs are built for. Where a program is given paths by '
    + 'the kubelet, as CSI drivers are, both have to be the path on the host.',
  example: () => ({
    platform: 'microk8s',
    fails: [registering('/var/lib/kubelet')],
    passes: [registering('/var/snap/microk8s/common/var/lib/kubelet')],
  }),
  *check(context) {
    if (context.platform === undefined) {return;}
    for (const workload of writtenWorkloads(context)) {
      const platform = platformOfWorkload(context, workload);
      if (platform === undefined) {continue;}
      const meant = context.own?.knowledgeOf(workload)?.meantPaths ?? [];
      yield* hostPathsIn(workload, platform, meant);
      for (const container of containersIn(workload)) {yield* textsIn(workload, container, platform, meant);}
    }
  },
};

function* hostPathsIn(workload: Workload, platform: PlatformFacts, meant: readonly string[]): Iterable<ObjectFinding> {
  const csi = csiPluginOf(workload);
  // a driver is asked for paths of the host; of no other program the kubelet asks for a path
  const asked = csi === undefined
    ? []
    : hostMountsIn(workload).filter(({ container, path }) => container === csi.driver && HOLDS_VOLUMES.test(path));
  for (const [index, { hostPath, name }] of (workload.pod.volumes ?? []).entries()) {
    const found = typeof hostPath?.path === 'string' && !meant.includes(hostPath.path)
      ? foreignKubeletPath(hostPath.path, platform)
      : undefined;
    if (found === undefined) {continue;}
    const isOfVolumes = asked.some(({ mount }) => mount.name === name);
    yield finding(workload, {
      path: `${workload.podPath}.volumes[${index}].hostPath.path`,
    }, 'the host path is', found, platform, isOfVolumes
      ? `Mount ${found.right} at the same path in the container: the kubelet hands out paths of the `
        + 'host.' : `Mount ${found.right} of the host, and leave \`mountPath\` as it is.`);
  }
}

/** The directories of any kubelet in which CSI drivers mount. */
const HOLDS_VOLUMES = /\/kubelet(\/pods|\/plugins(\/kubernetes\.io(\/csi)?)?)?$/;

function* textsIn(
  workload: Workload, placed: PlacedContainer, platform: PlatformFacts, meant: readonly string[],
): Iterable<ObjectFinding> {
  const { name } = placed;
  const mounts = mountPathsOf(placed);
  for (const { path, what, text } of textsOf(placed)) {
    for (const found of foreignKubeletPathsIn(text, platform)) {
      // what is mounted there is a path of the container, whatever the host calls it
      if ([...mounts, ...meant].some(known => isIn(found.path, known))) {continue;}
      yield finding(
        workload, { path, container: name }, `${what} of the container '${name}' names`, found, platform, `Write ${found.right}.`,
      );
    }
  }
}

function finding(
  about: Workload, place: { readonly path: string; readonly container?: string }, what: string,
  { path: given, right }: ForeignPath, { name, kubeletDirectory }: PlatformFacts, fix: string,
): ObjectFinding {
  return findingOf(otherKubeletDirectory, {
    ...place, about, given, allowed: right,
    what: `${what} a path of another kubelet: on ${name}, the kubelet has the directory ${kubeletDirectory}`, fix,
  });
}

function registering(kubelet: string) {
  return daemonSet(
    { volumes: [{ name: 'plugins', hostPath: { path: `${kubelet}/plugins/csi.example.com`, type: 'DirectoryOrCreate' } }] },
    {
      args: [`--kubelet-registration-path=${kubelet}/plugins/csi.example.com/csi.sock`],
      volumeMounts: [{ name: 'plugins', mountPath: '/csi' }],
    },
  );
}
