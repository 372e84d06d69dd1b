import { foundBy } from './found-by';
import { daemonSet } from '../../../src/checks/example';
import { spreadOnDaemonSet } from '../../../src/checks/rules/spread-on-daemon-set';
import type { Wire } from '../../../src/private/wire';

const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';
const term = (labelSelector?: Wire | null, topologyKey: string = 'kubernetes.io/hostname', rest: Wire = {}) =>
  ({ topologyKey, ...rest, ...labelSelector !== undefined && { labelSelector } });
const required = (kind: string, ...terms: Wire[]) => ({ affinity: { [kind]: { [REQUIRED]: terms } } });
const OWN = { matchLabels: { app: 'agent' } };
const SURGE = { updateStrategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } } };

test.each<[string, Wire, Wire, string[]]>([
  ['away from its own pods by node', required('podAntiAffinity', term(OWN)), {}, []],
  ['away from its own pods by node, with a surge', required('podAntiAffinity', term(OWN)), SURGE, ['error']],
  ['away from its own pods by zone', required('podAntiAffinity', term(OWN, 'topology.kubernetes.io/zone')), {}, ['error']],
  ['away from its own pods in another namespace', required(
    'podAntiAffinity', term(OWN, 'zone', { namespaces: ['other'] }),
  ), {}, ['warning']],
  ['away from others', required(
    'podAntiAffinity', term({ matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['agent'] }] }),
  ), {}, ['warning']],
  ['away from no pod', required('podAntiAffinity', term()), {}, []],
  ['near others', required('podAffinity', term({ matchLabels: { app: 'db' } })), {}, ['warning']],
  ['near its own pods', required('podAffinity', term(OWN)), {}, []],
  ['spread by zone', {
    topologySpreadConstraints: [{ maxSkew: 1, topologyKey: 'zone', whenUnsatisfiable: 'DoNotSchedule' }],
  }, {}, ['warning']],
  ['spread by zone where that can be', {
    topologySpreadConstraints: [{ maxSkew: 1, topologyKey: 'zone', whenUnsatisfiable: 'ScheduleAnyway' }],
  }, {}, []],
  ['spread by node', {
    topologySpreadConstraints: [{ maxSkew: 1, topologyKey: 'kubernetes.io/hostname', whenUnsatisfiable: 'DoNotSchedule' }],
  }, {}, []],
])('a DaemonSet %s', (_, pod, spec, levels) => {
  expect(foundBy(spreadOnDaemonSet, daemonSet(pod, {}, spec)).map(line => line.split(' ')[0])).toEqual(levels);
});
