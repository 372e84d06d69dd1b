import { listOf, mapOf, PartRule, PartRules, wrong } from './part-rule';
import { isQualifiedName } from '../../../private/names';
import { isCountable } from '../../../private/quantity';

const STANDARD: ReadonlySet<string> = new Set([
  'cpu', 'memory', 'ephemeral-storage', 'requests.cpu', 'requests.memory', 'requests.storage', 'requests.ephemeral-storage', 'limits.cpu',
  'limits.memory',
  'limits.ephemeral-storage', 'pods', 'resourcequotas', 'services', 'replicationcontrollers', 'secrets', 'persistentvolumeclaims',
  'configmaps', 'services.nodeports',
  'services.loadbalancers',
]);

const PODS: ReadonlySet<string> = new Set([
  'pods', 'cpu', 'memory', 'requests.cpu', 'requests.memory', 'limits.cpu', 'limits.memory', 'ephemeral-storage',
  'requests.ephemeral-storage', 'limits.ephemeral-storage',
]);

const hard: PartRule = function* ({ hard: limits }) {
  for (const name in mapOf(limits)) {
    const isKnown = name.includes('/') || STANDARD.has(name) || /^(requests\.)?hugepages-/.test(name);
    if (isQualifiedName(name) && isKnown) {
      if (isCounted(name) && !isCountable(String(limits[name]))) {
        yield wrong(`.hard['${name}']`, 'objects and devices are counted one by one', {
          code: 'invalid-quantity', given: String(limits[name]), allowed: 'a whole number', fix: 'round it',
        });
      }
      continue;
    }
    yield wrong(`.hard['${name}']`, 'there is no such resource to limit', {
      given: name, allowed: 'a resource of Kubernetes, count/RESOURCE, or one with a domain in front of it', fix: 'correct the name',
    });
  }
};

const COUNTED: ReadonlySet<string> = new Set([
  'pods', 'services', 'replicationcontrollers', 'resourcequotas', 'secrets', 'configmaps', 'persistentvolumeclaims', 'services.nodeports',
  'services.loadbalancers',
]);

function isCounted(name: string): boolean {
  return COUNTED.has(name) || name.includes('/') && !name.startsWith('requests.') && !/(^|\.)kubernetes\.io\//.test(name);
}

const scopes: PartRule = function* (spec) {
  const named: unknown[] = Array.isArray(spec.scopes) ? spec.scopes : [];
  const selected = listOf(spec.scopeSelector?.matchExpressions);
  const all = [...named, ...selected.map(({ scopeName }) => scopeName)];
  for (let index = 0; index < named.length; index++) {
    if (!SCOPES.has(String(named[index]))) {
      yield wrong(`.scopes[${index}]`, 'there is no such scope', {
        given: String(named[index]), allowed: `one of ${[...SCOPES].join(', ')}`, fix: 'correct it',
      });
    }
  }
  for (const pair of [['BestEffort', 'NotBestEffort'], ['Terminating', 'NotTerminating']]) {
    if (pair.every(scope => named.includes(scope)) || pair.every(scope => selected.some(({ scopeName }) => scopeName === scope))) {
      yield wrong('.scopes', 'two scopes exclude each other', {
        given: pair.join(', '), allowed: 'one of them', fix: 'make two quotas of it',
      });
    }
  }
  for (const name in mapOf(spec.hard)) {
    const scope = STANDARD.has(name) ? all.find(each => SCOPES.has(String(each)) && !isFor(String(each), name)) : undefined;
    if (scope !== undefined) {
      yield wrong(`.hard['${name}']`, 'the resource cannot be limited in this scope', {
        given: `${name} in ${scope}`, fix: 'leave one of them out',
      });
    }
  }
};

const SCOPES: ReadonlySet<string> = new Set([
  'BestEffort', 'CrossNamespacePodAffinity', 'NotBestEffort', 'NotTerminating', 'PriorityClass', 'Terminating', 'VolumeAttributesClass',
]);

function isFor(scope: string, resource: string): boolean {
  if (scope === 'BestEffort') {return resource === 'pods';}
  return scope === 'VolumeAttributesClass' ? resource === 'persistentvolumeclaims' || resource === 'requests.storage' : PODS.has(resource);
}

const requirement: PartRule = function* ({ scopeName, operator, values }) {
  const count = Array.isArray(values) ? values.length : 0;
  if ((operator === 'In' || operator === 'NotIn') === (count === 0)) {
    yield wrong('.values', `${operator} is used with ${count} values`, {
      given: `${count} values`, allowed: count === 0 ? 'at least one' : 'none', fix: 'correct the values',
    });
  }
  if (scopeName !== 'PriorityClass' && scopeName !== 'VolumeAttributesClass' && operator !== 'Exists') {
    yield wrong('.operator', `the scope ${scopeName} has no values to compare`, {
      given: String(operator), allowed: 'Exists', fix: 'write Exists',
    });
  }
};

export const QUOTA_PARTS: PartRules = { ResourceQuotaSpec: [hard, scopes], ScopedResourceSelectorRequirement: [requirement] };
