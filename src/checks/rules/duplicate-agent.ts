import { hostMountsIn } from '../../cluster/host-state/host-mounts';
import { PlacedContainer, runningContainersIn } from '../../cluster/inventory/containers';
import { isWithRole, LOG_COLLECTOR, programOf, roleOf } from '../../cluster/inventory/programs';
import type { Workload } from '../../cluster/inventory/workload';
import { writtenDaemonSets } from '../../cluster/inventory/written-workloads';
import { NodeSharing } from '../../cluster/placement/node-sharing';
import { SelectionIndex } from '../../cluster/placement/selection-index';
import { describeEntry } from '../../private/entry';
import { findingOf } from '../../private/finding';
import { daemonSet, hostPath } from '../example';
import { readsAllContainers } from '../facts/container-log-readers';
import type { Rule } from '../rule';

export const duplicateAgent: Rule = {
  id: 'duplicate-agent',
  level: 'warning',
  summary: 'Two agents do the same work on the same nodes.',
  looksAt: 'Images of DaemonSets that share nodes: exporters of node metrics, network agents and the like by their program, any two '
    + 'collectors that mount the logs of the node, and plugins of the same devices that mount the sockets of the kubelet. Two collectors '
    + 'are an error where their ConfigMaps say that both read the logs of all containers.',
  why: 'Every line is read, sent and paid for twice, every series is stored twice, and of two network agents each undoes what the other '
    + 'set up. Most often the second came with a chart of something else, or is a canary whose nodes were not taken from the first.',
  fix: 'Remove one of them, give them different nodes by a label (`NodeCoverage`), or different namespaces (`namespaces` and '
    + '`excludeNamespaces` of `LogInput.containers`). Where each has work of its own, acknowledge it.',
  example: () => {
    const volumes = [hostPath('logs', '/var/log')];
    const volumeMounts = [{ name: 'logs', mountPath: '/var/log', readOnly: true }];
    const logs = (name: string, image: string, pod: object = {}) => daemonSet({ volumes, ...pod }, { image, volumeMounts }, { name });
    return {
      fails: [logs('fluent-bit', 'fluent/fluent-bit:5.1.1'), logs('vector', 'timberio/vector:0.57.0-alpine')],
      passes: [
        logs('fluent-bit', 'fluent/fluent-bit:5.1.1', { nodeSelector: { logs: 'fluent-bit' } }),
        logs('vector', 'timberio/vector:0.57.0-alpine', { nodeSelector: { logs: 'vector' } }),
      ],
    };
  },
  *check(context) {
    const sharing = NodeSharing.in(context);
    const byWork = new Map<string, SelectionIndex<Workload>>();
    /** One that does this on nodes of the workload; where there is none, the workload is the one that does it. */
    const before = (work: string, workload: Workload): Workload | undefined => {
      const others = byWork.get(work) ?? new SelectionIndex<Workload>();
      byWork.set(work, others);
      const other = others.find(workload.facts.selection, each => sharing.share(each, workload));
      if (other === undefined) {others.add(workload.facts.selection, workload);}
      return other;
    };
    for (const workload of writtenDaemonSets(context)) {
      if (!runningContainersIn(workload).some(mayHaveRole)) {continue;}
      for (const [role, { path, container, program }] of rolesOf(workload)) {
        const readsAll = role === LOG_COLLECTOR && readsAllContainers(workload, context.inventory);
        const twin = readsAll ? before('logs of all containers', workload) : undefined;
        const other = before(role, workload) ?? twin;
        if (other === undefined) {continue;}
        const how = twin === undefined ? '' : ', and both read the logs of all containers';
        yield findingOf(duplicateAgent, {
          about: workload, path: `${path}.image`, container, given: program, level: twin === undefined ? 'warning' : 'error',
          what: `this is a second ${role} on nodes that ${describeEntry(twin ?? other)} runs on${how}`,
        });
      }
    }
  },
};

interface Role {
  readonly path: string;
  readonly container: string;
  readonly program: string;
}

const DEVICE_PLUGINS = /\/device-plugins$/;
const LOGS = /^\/var\/log(\/(pods|containers))?$|^\/var\/lib\/docker\/containers$|^[A-Za-z]:[\\/]var[\\/]log([\\/](pods|containers))?$/;

/** Whether a node may need the program of a container once; most programs do not. */
function mayHaveRole({ container }: PlacedContainer): boolean {
  const program = programOf(container.image);
  return program !== undefined && isWithRole(program);
}

function rolesOf(workload: Workload): Map<string, Role> {
  const seeing = (paths: RegExp) => new Set(hostMountsIn(workload).filter(({ path }) => paths.test(path)).map(
    ({ container }) => container,
  ));
  const [logs, devicePlugins] = [seeing(LOGS), seeing(DEVICE_PLUGINS)];
  const roles = new Map<string, Role>();
  for (const placed of runningContainersIn(workload)) {
    const program = programOf(placed.container.image);
    const role = program === undefined ? undefined : roleOf(program, { logs: logs.has(placed), devicePlugins: devicePlugins.has(placed) });
    if (role !== undefined && !roles.has(role)) {roles.set(role, { path: placed.path, container: placed.name, program: program! });}
  }
  return roles;
}
