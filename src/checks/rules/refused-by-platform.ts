import { hostMountsIn, tidyPath } from '../../cluster/host-state/host-mounts';
import { containersIn, PlacedContainer } from '../../cluster/inventory/containers';
import type { Workload } from '../../cluster/inventory/workload';
import { writtenWorkloads } from '../../cluster/inventory/written-workloads';
import { isIn } from '../../cluster/platforms/host-places';
import type { AdmissionLimits, PlatformFacts } from '../../cluster/platforms/platform-facts';
import { namespaceFor } from '../../private/entry';
import { findingOf, ObjectFinding } from '../../private/finding';
import { daemonSet } from '../example';
import { platformOfWorkload } from '../facts/platform-of';
import type { Rule } from '../rule';

export const refusedByPlatform: Rule = {
  id: 'refused-by-platform',
  level: 'error',
  summary: 'A workload asks for what the platform gives to no pod.',
  looksAt: 'Host namespaces, host ports, host paths, privileges, capabilities and namespaces of workloads, against what admission of the '
    + 'platform allows and which capabilities its nodes have (`TargetCluster`, `--platform`; docs/platforms.md).',
  why: 'GKE Autopilot refuses the object, or every pod of it: the DaemonSet is there and has no pods. Talos has taken SYS_MODULE and '
    + 'SYS_BOOT from every process, so that a container that asks for them does not start.',
  fix: 'Do without it, or run the agent where it is allowed: the finding names the alternative. Where an exemption admits it, such as a '
    + 'WorkloadAllowlist, acknowledge the finding.',
  example: () => ({
    platform: 'gke-autopilot',
    fails: [daemonSet({ hostNetwork: true })],
    passes: [daemonSet({})],
  }),
  *check(context) {
    if (context.platform === undefined) {return;}
    for (const workload of writtenWorkloads(context)) {
      const platform = platformOfWorkload(context, workload);
      if (platform?.admission) {yield* admissionFindings(workload, platform.admission);}
      if (platform?.missingCapabilities) {yield* missingCapabilities(workload, platform);}
    }
  },
};

function* admissionFindings(about: Workload, limits: AdmissionLimits): Iterable<ObjectFinding> {
  const { by, instead, closedNamespaces } = limits;
  const refused = (path: string, what: string, given: string, allowed?: string, container?: string) => findingOf(refusedByPlatform, {
    about, path, given, ...allowed !== undefined && { allowed }, ...container !== undefined && { container }, what: `${by} refuses ${what}`,
    fix: instead,
  });
  const namespace = namespaceFor(about);
  if (namespace !== undefined && closedNamespaces.includes(namespace)) {
    yield refused('metadata.namespace', 'new objects in this namespace', namespace, 'any other namespace');
  }
  for (const field of ['hostNetwork', 'hostPID', 'hostIPC']) {
    if (about.pod[field] === true) {yield refused(`${about.podPath}.${field}`, 'namespaces of the node', `${field}: true`, 'none');}
  }
  for (const [index, { hostPath }] of (about.pod.volumes ?? []).entries()) {
    if (typeof hostPath?.path !== 'string' || limits.readOnlyHostPaths.some(root => isIn(tidyPath(hostPath.path), root))) {continue;}
    yield refused(
      `${about.podPath}.volumes[${index}].hostPath.path`, 'this path of the node', hostPath.path,
      `${limits.readOnlyHostPaths.join(', ')}, read-only`,
    );
  }
  for (const mount of hostMountsIn(about)) {
    if (mount.isWritable && limits.readOnlyHostPaths.some(root => isIn(mount.path, root))) {
      yield refused(mount.mountPath, 'writing to the node', `${mount.path}, writable`, '`readOnly: true`', mount.container.name);
    }
  }
  for (const container of containersIn(about)) {yield* containerFindings(container, limits, refused);}
}

function* containerFindings(
  { container, name, path }: PlacedContainer, { capabilities }: AdmissionLimits,
  refused: (path: string, what: string, given: string, allowed?: string, container?: string) => ObjectFinding,
): Iterable<ObjectFinding> {
  const security = container.securityContext ?? {};
  if (security.privileged === true) {
    yield refused(`${path}.securityContext.privileged`, 'privileged containers', 'privileged: true', 'none', name);
  }
  const beyond = (security.capabilities?.add ?? []).filter((each: unknown) => typeof each === 'string' && !capabilities.includes(each));
  if (beyond.length > 0) {
    yield refused(`${path}.securityContext.capabilities.add`, 'these capabilities', beyond.join(', '), capabilities.join(', '), name);
  }
  for (const [index, port] of (container.ports ?? []).entries()) {
    if (port.hostPort) {yield refused(`${path}.ports[${index}].hostPort`, 'host ports', String(port.hostPort), 'none', name);}
  }
}

function* missingCapabilities(
  about: Workload, { name: platform, missingCapabilities: missing = [], insteadOfCapabilities }: PlatformFacts,
): Iterable<ObjectFinding> {
  for (const { container, name, path } of containersIn(about)) {
    const asked = (container.securityContext?.capabilities?.add
      ?? []).filter((each: unknown) => typeof each === 'string' && missing.includes(each.replace(/^CAP_/, '')));
    if (asked.length === 0) {continue;}
    yield findingOf(refusedByPlatform, {
      about, path: `${path}.securityContext.capabilities.add`, container: name, given: asked.join(', '),
      what: `no process of ${platform} can have these capabilities: the container does not start`,
      fix: insteadOfCapabilities ?? 'Leave them out.',
    });
  }
}
