import { describeSelector, selectsLabels } from './label-selector';
import { containersOf } from './workload-facts';
import { Problem, quote } from '../private/problem';
import type { Wire } from '../private/wire';

/**
 * What in the spec of a workload contradicts itself, so that the API server would refuse it. Whoever wrote it: what the typed API could never
 * say, an override or a patch can.
 */
export function contradictionsIn(spec: Wire): Problem[] {
  const pod = spec.template?.spec ?? {};
  const containers = containersOf(pod);
  return [
    ...selector(spec),
    ...rollingUpdate(spec),
    ...duplicates(containers, 'duplicate-container', name => `two containers of the pod are named ${quote(name)}`),
    ...duplicates(pod.volumes ?? [], 'conflicting-volume', name => `two volumes of the pod are named ${quote(name)}`),
    ...(pod.volumes ?? []).flatMap(volumeSources),
    ...containers.flatMap(container => [
      ...security(container),
      ...mounts(container, pod.volumes ?? []),
      ...probes(container),
      ...hostPorts(container, pod.hostNetwork === true),
    ]),
  ];
}

function selector(spec: Wire): Problem[] {
  const labels = spec.template?.metadata?.labels ?? {};
  const wrong = Object.entries(spec.selector?.matchLabels ?? {}).find(([key, value]) => labels[key] !== value);
  if (wrong === undefined) {return selectorExpressions(spec.selector ?? {}, labels);}
  return [{
    code: 'selector-mismatch',
    what: 'the selector does not match the labels of the pods',
    given: `${wrong[0]}: ${wrong[1]} in the selector, ${labels[wrong[0]] === undefined ? 'no such label' : `${wrong[0]}: ${labels[wrong[0]]}`} on the pods`,
    fix: 'set both with `identity`, and patch neither',
  }];
}

/** Expressions, which overrides and patches alone can add, and a selector that is gone. */
function selectorExpressions(given: Wire, labels: Wire): Problem[] {
  const isEmpty = given.matchLabels === undefined && !given.matchExpressions?.length;
  if (!isEmpty && (given.matchExpressions === undefined || selectsLabels(given, labels))) {return [];}
  return [{
    code: 'selector-mismatch',
    what: isEmpty ? 'the workload has no selector' : 'the selector does not match the labels of the pods',
    given: isEmpty ? JSON.stringify(given) : describeSelector(given),
    fix: 'set both with `identity`, and patch neither',
  }];
}

/** Exactly one of the two budgets must be above zero; where one is not given, the API server takes 1 and 0. */
function rollingUpdate(spec: Wire): Problem[] {
  const { type = 'RollingUpdate', rollingUpdate: budgets = {} } = spec.updateStrategy ?? {};
  const { maxUnavailable = 1, maxSurge = 0 } = budgets;
  const given = [maxUnavailable, maxSurge];
  const isZero = (budget: unknown) => /^0+%?$/.test(String(budget));
  const wrong = given.some(budget => !isBudget(budget)) || isZero(maxUnavailable) === isZero(maxSurge);
  return type !== 'RollingUpdate' || !wrong ? [] : [{
    code: 'invalid-rollout',
    what: 'a rollout cannot proceed by this much',
    given: `maxUnavailable: ${maxUnavailable}, maxSurge: ${maxSurge}`,
    allowed: 'one of the two at 0, the other at 1 or more, or at 1% to 100%',
    fix: 'use Rollout.percent(10), or set both of them in the override',
  }];
}

function isBudget(budget: unknown): boolean {
  return typeof budget === 'number' ? Number.isInteger(budget) && budget >= 0 : /^\d+%$/.test(String(budget)) && parseInt(String(budget), 10) <= 100;
}

function duplicates(list: Wire[], code: 'duplicate-container' | 'conflicting-volume', what: (name: string) => string): Problem[] {
  const names = list.map(entry => entry.name);
  const doubled = new Set(names.filter((name, index) => names.indexOf(name) !== index));
  return [...doubled].map(name => ({ code, what: what(name), given: quote(name), fix: 'rename one of them' }));
}

function volumeSources(volume: Wire): Problem[] {
  const sources = Object.keys(volume).filter(field => field !== 'name');
  return sources.length <= 1 ? [] : [{
    code: 'conflicting-volume',
    what: `the volume ${quote(volume.name)} has several sources`,
    given: sources.join(', '),
    allowed: 'one source',
    fix: 'keep one of them',
  }];
}

function security(container: Wire): Problem[] {
  const { privileged, allowPrivilegeEscalation } = container.securityContext ?? {};
  return privileged === true && allowPrivilegeEscalation === false ? [{
    code: 'privileged-without-escalation',
    what: `the container ${quote(container.name)} is privileged and cannot forbid privilege escalation`,
    given: 'privileged: true, allowPrivilegeEscalation: false',
    fix: 'ask for ContainerSecurity.privileged with a reason, or do without privileged and add the capabilities that are needed',
  }] : [];
}

function mounts(container: Wire, volumes: Wire[]): Problem[] {
  const problems: Problem[] = [];
  const seen = new Set<string>();
  for (const mount of container.volumeMounts ?? []) {
    if (seen.has(mount.mountPath)) {
      problems.push({
        code: 'conflicting-mount', what: `the container ${quote(container.name)} mounts two things at one path`, given: quote(mount.mountPath),
        fix: 'give one of them another path, or keep one',
      });
    }
    seen.add(mount.mountPath);
    if (!volumes.some(volume => volume.name === mount.name)) {
      problems.push({
        code: 'unknown-volume', what: `the container ${quote(container.name)} mounts a volume that the pod does not have`, given: quote(mount.name),
        allowed: volumes.map(volume => volume.name).join(', ') || 'the pod has no volume', fix: 'add the volume, or remove the mount',
      });
    }
    if (mount.mountPropagation === 'Bidirectional' && container.securityContext?.privileged !== true) {
      problems.push({
        code: 'bidirectional-without-privilege',
        what: `the container ${quote(container.name)} passes its mounts at ${mount.mountPath} on to the node`,
        given: 'mountPropagation Bidirectional in a container that is not privileged',
        fix: 'use MountPropagation.HOST_TO_CONTAINER to see the mounts of the node, or ContainerSecurity.privileged with a reason',
      });
    }
  }
  return problems;
}

const HANDLERS = ['exec', 'httpGet', 'tcpSocket', 'grpc'];

function probes(container: Wire): Problem[] {
  return ['livenessProbe', 'readinessProbe', 'startupProbe'].filter(role => container[role] !== undefined).flatMap(role => {
    const handlers = HANDLERS.filter(handler => container[role][handler] !== undefined);
    return handlers.length === 1 ? [] : [{
      code: 'invalid-probe' as const,
      what: `the ${role} of the container ${quote(container.name)} asks in ${handlers.length === 0 ? 'no way' : 'several ways'}`,
      given: handlers.join(', ') || 'no handler',
      allowed: `one of ${HANDLERS.join(', ')}`,
      fix: 'set the probe as a whole, by the typed option',
    }];
  });
}

function hostPorts(container: Wire, hostNetwork: boolean): Problem[] {
  const wrong = hostNetwork ? (container.ports ?? []).find((port: Wire) => port.hostPort && port.hostPort !== port.containerPort) : undefined;
  return wrong === undefined ? [] : [{
    code: 'conflicting-port',
    what: `the container ${quote(container.name)} maps a port of the node to another one on the host network`,
    given: `containerPort ${wrong.containerPort}, hostPort ${wrong.hostPort}`,
    fix: 'use the same number, or do without the host network',
  }];
}
