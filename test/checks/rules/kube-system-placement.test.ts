import { foundBy } from './found-by';
import { daemonSet, deployment } from '../../../src/checks/example';
import { kubeSystemPlacement } from '../../../src/checks/rules/kube-system-placement';
import type { Wire } from '../../../src/private/wire';

const inNamespace = (object: Wire, namespace: string) => ({ ...object, metadata: { ...object.metadata, namespace } });

test('agents in kube-system without a priority of the system are noted', () => {
  expect(foundBy(kubeSystemPlacement, inNamespace(daemonSet(), 'kube-system'))).toEqual(['note agent metadata.namespace (kube-system)']);
  expect(foundBy(kubeSystemPlacement, inNamespace(daemonSet({ priorityClassName: 'system-cluster-critical' }), 'kube-system'), inNamespace(deployment(), 'kube-system'))).toEqual([]);
});
