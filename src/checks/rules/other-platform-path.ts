import type { Workload } from '../../cluster/inventory/workload';
import { writtenWorkloads } from '../../cluster/inventory/written-workloads';
import { foreignKubeletPath, isIn, otherPlace } from '../../cluster/platforms/host-places';
import type { PlatformFacts } from '../../cluster/platforms/platform-facts';
import { findingOf } from '../../private/finding';
import { withoutLink } from '../../private/paths';
import { daemonSet, hostPath } from '../example';
import { platformOfWorkload } from '../facts/platform-of';
import type { Rule } from '../rule';

export const otherPlatformPath: Rule = {
  id: 'other-platform-path',
  level: 'error',
  summary: 'A host path is one that nodes of the platform do not have.',
  looksAt: 'Volumes of the kind hostPath, against where the platform has the socket of the container runtime, CNI plugins and their '
    + 'configuration, and against what it does not have at all (`TargetCluster`, `--platform`; docs/platforms.md).',
  why: 'The pod waits in ContainerCreating with `hostPath type check failed`, or an empty directory is made that nothing on the node looks '
    + 'at.',
  fix: 'Mount the path that the platform has, and leave the path in the container as it is.',
  example: () => ({ platform: 'openshift', fails: [mounting('/run/containerd')], passes: [mounting('/run/crio')] }),
  *check(context) {
    if (context.platform === undefined) {return;}
    for (const workload of writtenWorkloads(context)) {
      const platform = platformOfWorkload(context, workload);
      if (platform === undefined) {continue;}
      const meant = context.own?.knowledgeOf(workload)?.meantPaths ?? [];
      for (const { path, index } of hostPathsOf(workload)) {
        const found = meant.includes(path) ? undefined : missing(path, platform);
        if (found === undefined) {continue;}
        yield findingOf(otherPlatformPath, {
          about: workload, path: `${workload.podPath}.volumes[${index}].hostPath.path`, given: path, what: found.what, fix: found.fix,
          ...found.allowed !== undefined && { allowed: found.allowed },
        });
      }
    }
  },
};

interface Missing {
  readonly what: string;
  readonly allowed?: string;
  readonly fix: string;
}

function hostPathsOf({ pod }: Workload): Array<{ readonly path: string; readonly index: number }> {
  return (pod.volumes ?? []).flatMap((volume: { readonly hostPath?: { readonly path?: unknown } }, index: number) => {
    const path = volume.hostPath?.path;
    return typeof path === 'string' ? [{ path, index }] : [];
  });
}

function missing(path: string, platform: PlatformFacts): Missing | undefined {
  const absent = platform.absentPaths?.find(each => isIn(withoutLink(path), each.path));
  if (absent) {return { what: `there is no such path on ${platform.name}: ${absent.why}`, fix: absent.instead };}
  const place = isLookedAt(path, platform) ? otherPlace(path, platform) : undefined;
  if (place === undefined) {return undefined;}
  const { containerRuntime, name } = platform;
  if (place.right !== undefined) {
    return {
      what: `${place.what} is another one on ${name}`, allowed: place.right,
      fix: `Mount ${place.right} of the host, and leave \`mountPath\` as it is.`,
    };
  }
  return containerRuntime && containerRuntime.program !== 'containerd' && place.ofContainerd ? {
    what: `the container runtime of ${name} is ${containerRuntime.program}, and not containerd`, allowed: containerRuntime.directory,
    fix: `Mount ${containerRuntime.directory}, and have the program speak the CRI over ${containerRuntime.socket}.`,
  } : undefined;
}

/** Paths of kubelets have a rule of their own. */
function isLookedAt(path: string, platform: PlatformFacts): boolean {
  return foreignKubeletPath(path, platform) === undefined;
}

function mounting(path: string) {
  return daemonSet({ volumes: [hostPath('runtime', path)] }, {
    volumeMounts: [{ name: 'runtime', mountPath: '/run/containerd', readOnly: true }],
  });
}
