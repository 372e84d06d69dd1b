import { foundBy } from './found-by';
import { daemonSet } from '../../../src/checks/example';
import { deprecatedNodeLabel } from '../../../src/checks/rules/deprecated-node-label';

const term = (key: string) => ({ matchExpressions: [{ key: 'fine', operator: 'Exists' }, { key, operator: 'Exists' }] });

test('a label is reported wherever nodes are chosen by it', () => {
  const key = 'beta.kubernetes.io/os';
  const agent = daemonSet({
    nodeSelector: { [key]: 'linux' }, topologySpreadConstraints: [{ maxSkew: 1, topologyKey: key, whenUnsatisfiable: 'ScheduleAnyway' }],
    affinity: {
      nodeAffinity: {
        requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [term(key)] },
        preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, preference: term(key) }],
      },
    },
  });
  expect(foundBy(deprecatedNodeLabel, agent)).toEqual([
    "warning agent nodeSelector['beta.kubernetes.io/os'] (beta.kubernetes.io/os)",
    'warning agent affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchExpressions[1].key '
      + '(beta.kubernetes.io/os)',
    'warning agent affinity.nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].preference.matchExpressions[1].key '
      + '(beta.kubernetes.io/os)',
    'warning agent topologySpreadConstraints[0].topologyKey (beta.kubernetes.io/os)',
  ]);
});

test('tolerations of an old name are another matter', () => {
  expect(foundBy(
    deprecatedNodeLabel, daemonSet({ tolerations: [{ key: 'node-role.kubernetes.io/master', operator: 'Exists' }] }),
  )).toEqual([]);
});

test('a term for older clusters is fine next to one for newer ones', () => {
  const choosing = (...keys: string[]) => daemonSet({
    affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: keys.map(term) } } },
  });
  const [old, successor] = ['node-role.kubernetes.io/master', 'node-role.kubernetes.io/control-plane'];
  expect(foundBy(deprecatedNodeLabel, choosing(successor, old))).toEqual([]);
  expect(foundBy(deprecatedNodeLabel, choosing('other', old))).toHaveLength(1);
});
