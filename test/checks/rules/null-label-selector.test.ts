import { foundBy } from './found-by';
import { daemonSet } from '../../../src/checks/example';
import { nullLabelSelector } from '../../../src/checks/rules/null-label-selector';
import type { Wire } from '../../../src/private/wire';

const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';
const term = (labelSelector?: Wire | null, topologyKey: string = 'kubernetes.io/hostname', rest: Wire = {}) =>
  ({ topologyKey, ...rest, ...labelSelector !== undefined && { labelSelector } });
const required = (kind: string, ...terms: Wire[]) => ({ affinity: { [kind]: { [REQUIRED]: terms } } });

test.each<[Wire, string[]]>([
  [required('podAffinity', term()), ['error']], [required('podAffinity', term(null)), ['error']], [required('podAffinity', term({})), []],
  [required('podAntiAffinity', term()), ['warning']],
  [{ affinity: { podAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, podAffinityTerm: term() }] } } }, [
    'warning',
  ]],
  [{ topologySpreadConstraints: [{ maxSkew: 1, topologyKey: 'zone', whenUnsatisfiable: 'DoNotSchedule' }] }, ['warning']],
])('a selector that is not there: %j', (pod, levels) => {
  expect(foundBy(nullLabelSelector, daemonSet(pod)).map(line => line.split(' ')[0])).toEqual(levels);
});
