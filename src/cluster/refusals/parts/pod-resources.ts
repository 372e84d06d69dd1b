import { containersAt } from './containers-at';
import { isGiven, mapOf, PartRule, unwanted, wrong } from './part-rule';
import { isContainerResource, isHugePages } from './resources';
import { keyPath } from '../../../private/field-path';
import { compareQuantities, isQuantity, parseQuantity } from '../../../private/quantity';
import type { Wire } from '../../../private/wire';

/** Resources of a pod as a whole hold those of its containers. */
export const podResources: PartRule = function* (pod) {
  const { resources } = pod;
  for (const name of Object.keys(mapOf(pod.overhead)).filter(each => !isContainerResource(each))) {
    yield wrong(keyPath('.overhead', name), 'a pod cannot take a resource of this name', {
      given: name, allowed: 'cpu, memory and the like', fix: 'correct the name',
    });
  }
  if (!isGiven(resources) || pod.os?.name === 'windows') {return;}
  if (isGiven(resources.claims)) {yield unwanted('.resources.claims', 'for a pod as a whole');}
  for (const field of ['requests', 'limits']) {
    for (const name in mapOf(resources[field])) {
      if (name !== 'cpu' && name !== 'memory' && !isHugePages(name)) {
        yield wrong(keyPath(`.resources.${field}`, name), 'a pod as a whole cannot ask for this resource', {
          given: name, allowed: 'cpu, memory, hugepages-SIZE', fix: 'ask for it in a container',
        });
      }
    }
  }
  for (const name in mapOf(resources.requests)) {
    const sum = requested(pod, name);
    const own = parseQuantity(String(resources.requests[name]));
    if (own !== undefined && sum > own.nanos) {
      yield wrong(keyPath('.resources.requests', name), 'the containers request more than the pod', {
        code: 'request-above-limit', given: String(resources.requests[name]), allowed: 'at least the sum of the containers',
        fix: 'raise it',
      });
    }
  }
  for (const { container, at, isFirst } of containersAt(pod)) {
    for (const name in mapOf(container.resources?.limits)) {
      const [limit, most] = [container.resources.limits[name], mapOf(resources.limits)[name]];
      if (!isFirst && isGiven(most) && isQuantity(String(limit)) && isQuantity(String(most))
        && compareQuantities(String(limit), String(most)) > 0) {
        yield wrong(keyPath(`${at}.resources.limits`, name), 'the limit of the container is above that of the pod', {
          code: 'request-above-limit', given: `${limit}, and ${most} of the pod`, allowed: `at most ${most}`, fix: 'lower it',
        });
      }
    }
  }
};

/** What the containers of a pod that run together request of a resource. */
function requested(pod: Wire, name: string): bigint {
  return containersAt(pod).filter(({ isInit }) => !isInit).reduce((sum, { container }) => {
    const { requests, limits } = mapOf(container.resources);
    return sum + (parseQuantity(String(mapOf(requests)[name] ?? mapOf(limits)[name] ?? '0'))?.nanos ?? 0n);
  }, 0n);
}
