import { ApiGrant, CsiDriver, CsiGrant, CsiNodePlugin } from '../../src';
import { objectOf, testChart } from '../support/golden';

function rulesOf(grants: CsiGrant[]): string[] {
  const chart = testChart();
  new CsiNodePlugin(chart, 'storage', {
    driver: CsiDriver.of({ name: 'block.csi.example.com', image: 'images.example.com/csi-block:v1.2.3', grants }),
  });
  return objectOf(chart, 'ClusterRole').rules.map((rule: any) => `${rule.apiGroups}/${rule.resources}: ${rule.verbs}`);
}

test.each<[string, CsiGrant[], string[]]>([
  ['the removal of the start-up taint', [CsiGrant.taintRemoval()], ['/nodes: get,list,watch,patch', 'storage.k8s.io/csinodes: get']],
  ['the hook that waits for a drain', [CsiGrant.drainHook()], ['/nodes: get', 'storage.k8s.io/volumeattachments: get,list,watch']],
  ['secrets', [CsiGrant.readSecrets()], ['/secrets: get']],
  ['the topology of the node', [CsiGrant.nodeTopology()], ['/nodes: get']],
  ['anything else', [CsiGrant.of([ApiGrant.readPods()])], ['/pods: get']],
  [
    'all of them together', [CsiGrant.taintRemoval(), CsiGrant.drainHook(), CsiGrant.readSecrets(), CsiGrant.nodeTopology()],
    ['/nodes: get,list,watch,patch', '/secrets: get', 'storage.k8s.io/csinodes: get', 'storage.k8s.io/volumeattachments: get,list,watch'],
  ],
])('%s takes these rules and no other', (_, grants, rules) => {
  expect(rulesOf(grants)).toEqual(rules);
});
