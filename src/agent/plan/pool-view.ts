import type { AgentPlan } from './agent-plan';
import type { PodDefaults } from './pod-defaults';
import type { PoolParts } from './pool-parts';
import type { PoolScope } from './pool-scope';
import { withDefaults } from '../../private/with-defaults';
import type { AgentContainer } from '../container/agent-container';

/** A plan as the pods of one pool have it: without what is for other pods. What is added to it later is not added to the plan. */
export function planIn(plan: AgentPlan, pool: string | undefined): AgentPlan {
  const parts = plan._parts;
  if (parts.isEmpty) {return plan;}
  const scope: PoolScope = pod => pod === pool;
  const seen = <T extends object>(list: readonly T[]) => parts.seen(list, scope);
  const containers = (list: readonly AgentContainer[]) => seen(list).map(container => containerIn(container, parts, scope));
  const _containers = containers(plan._containers);
  return laid(plan, {
    _containers,
    container: _containers[0],
    _initContainers: containers(plan._initContainers),
    _hostNamespaces: seen(plan._hostNamespaces),
    _tolerations: seen(plan._tolerations),
    _podLabels: parts.won(plan._podLabels, scope, ([key]) => key),
    _podAnnotations: parts.won(plan._podAnnotations, scope, ([key]) => key),
    _findings: seen(plan._findings),
    _checks: seen(plan._checks),
    _rollingContent: seen(plan._rollingContent),
    _podDefaultsGiven: seen(plan._podDefaultsGiven),
  });
}

/** What features set for pods. What an earlier one set stays. */
export function podDefaultsOf({ _podDefaultsGiven: given }: AgentPlan): PodDefaults {
  return given.reduce((before: PodDefaults, { defaults }) => withDefaults(before, defaults), {});
}

function containerIn(container: AgentContainer, parts: PoolParts, scope: PoolScope): AgentContainer {
  const seen = <T extends object>(list: readonly T[]) => parts.seen(list, scope);
  return laid(container, {
    _contributedEnv: parts.won(container._contributedEnv, scope, ([name]) => name),
    _envFrom: seen(container._envFrom),
    _argEntries: seen(container._argEntries),
    _ports: seen(container._ports),
    _hostPaths: parts.won(container._hostPaths, scope, ({ mountPath }) => mountPath),
    _volumeMounts: parts.won(container._volumeMounts, scope, mount => mount.path),
    _files: parts.won(container._files, scope, ({ path }) => path),
    _grants: seen(container._grants),
    _capabilities: seen(container._capabilities),
    _apiWishes: seen(container._apiWishes),
    _defaultsGiven: seen(container._defaultsGiven),
  });
}

/** The same object but for these members. */
function laid<T extends object>(of: T, members: { readonly [Member in keyof T]?: T[Member] }): T {
  return Object.assign(Object.create(of) as T, members);
}
