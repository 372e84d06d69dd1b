import { foundBy } from './found-by';
import { daemonSet, deployment } from '../../../src/checks/example';
import { disruptionBudgetOnDaemonSet } from '../../../src/checks/rules/disruption-budget-on-daemon-set';
import type { Wire } from '../../../src/private/wire';

const inNamespace = (object: Wire, namespace: string) => ({ ...object, metadata: { ...object.metadata, namespace } });
const budget = (selector: Wire) => ({
  apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', metadata: { name: 'b', namespace: 'agents' }, spec: { minAvailable: 1, selector },
});

test.each<[Wire, Wire[], number]>([
  [{ matchLabels: { app: 'agent' } }, [daemonSet()], 1], [{ matchLabels: { app: 'agent' } }, [daemonSet(), deployment()], 0],
  [{ matchLabels: { app: 'agent' } }, [deployment()], 0],
  [{ matchLabels: { app: 'agent' }, matchExpressions: [{ key: 'app', operator: 'DoesNotExist' }] }, [daemonSet()], 0],
  [{ matchLabels: { app: 'agent' } }, [inNamespace(daemonSet(), 'other')], 0],
  [{}, [daemonSet()], 0],
])('a budget for %j', (selector, workloads, count) => {
  expect(foundBy(disruptionBudgetOnDaemonSet, budget(selector), ...workloads)).toHaveLength(count);
});
