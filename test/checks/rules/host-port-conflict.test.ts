import * as fc from 'fast-check';
import { foundBy } from './found-by';
import { daemonSet, deployment, node } from '../../../src/checks/example';
import { hostPortConflict } from '../../../src/checks/rules/host-port-conflict';
import type { Wire } from '../../../src/private/wire';
import { runs } from '../../support/runs';

const agent = (name: string, hostPort: number, pod: Wire = {}, port: Wire = {}) =>
  daemonSet(pod, { ports: [{ name: 'http', containerPort: 80, hostPort, ...port }] }, { name });
const claims = (mine: string, theirs: string) => `(container 'agent', port '${mine}'; there container 'agent', port '${theirs}')`;

test('the second is shown the first, at the field that takes the port', () => {
  expect(foundBy(hostPortConflict, agent('one', 9100), agent('two', 9100), agent('three', 9100))).toEqual([
    `error two containers[0].ports[0].hostPort ${claims('http', 'http')}`,
    `error three containers[0].ports[0].hostPort ${claims('http', 'http')}`,
  ]);
});

test('on the host network a port of the container is a port of the node', () => {
  const onHost = daemonSet({ hostNetwork: true }, { ports: [{ containerPort: 8080 }, { containerPort: 9100 }] }, { name: 'two' });
  expect(foundBy(hostPortConflict, agent('one', 9100), onHost)).toEqual([
    `error two containers[0].ports[1].containerPort ${claims('9100', 'http')}`,
  ]);
});

test.each<[string, Wire]>([
  ['another protocol', agent('two', 9100, {}, { protocol: 'UDP' })],
  ['a port of the pod', daemonSet({}, { ports: [{ containerPort: 9100 }] }, { name: 'two' })],
  ['another pool', agent('two', 9100, { nodeSelector: { pool: 'b' } })],
  ['a container that ends before the others start', daemonSet(
    { hostNetwork: true, initContainers: [{ name: 'init', ports: [{ containerPort: 9100 }] }] }, {}, { name: 'two' },
  )],
])('%s is no conflict', (_, other) => {
  expect(foundBy(hostPortConflict, agent('one', 9100, { nodeSelector: { pool: 'a' } }), other)).toEqual([]);
});

test('two addresses of a node have a port each', () => {
  const at = (name: string, hostIP: string) => agent(name, 9100, {}, { hostIP });
  expect(foundBy(hostPortConflict, at('one', '10.0.0.1'), at('two', '127.0.0.1'))).toEqual([]);
  expect(foundBy(hostPortConflict, at('one', '10.0.0.1'), at('two', '0.0.0.0'))).toHaveLength(1);
});

test('two containers of a pod, which the API server takes in a template and no node can run', () => {
  const containers = ['a', 'b'].map(name => ({ name, image: 'a:1', ports: [{ containerPort: 80 }] }));
  expect(foundBy(hostPortConflict, daemonSet({ hostNetwork: true, containers }))).toEqual([
    "error agent containers[1].ports[0].containerPort (container 'a', port '80' and container 'b', port '80')",
  ]);
});

describe('with the nodes at hand', () => {
  const gpu = { key: 'gpu', value: 'true', effect: 'NoSchedule' };
  const nodes = [node('worker'), node('gpu', { gpu: 'true' }, [gpu])];
  const onGpu = { nodeSelector: { gpu: 'true' }, tolerations: [{ key: 'gpu', operator: 'Exists' }] };

  test('a taint that keeps one of them away settles it', () => {
    expect(foundBy(hostPortConflict, agent('one', 9100), agent('two', 9100, onGpu), ...nodes)).toEqual([]);
    expect(foundBy(hostPortConflict, agent('one', 9100), agent('two', 9100, onGpu))).toHaveLength(1);
  });

  test('one node in common is enough', () => {
    expect(foundBy(
      hostPortConflict, agent('one', 9100, { tolerations: [{ operator: 'Exists' }] }), agent('two', 9100, onGpu), ...nodes,
    )).toHaveLength(1);
  });
});

describe('a Deployment', () => {
  const proxy = (pod: Wire = {}) => deployment(pod, { ports: [{ containerPort: 80, hostPort: 9100 }] }, { name: 'proxy' });

  test('in the way of a DaemonSet is a warning about the Deployment, whichever is written first', () => {
    for (const objects of [[proxy(), agent('one', 9100)], [agent('one', 9100), proxy()]]) {
      expect(foundBy(hostPortConflict, ...objects)).toEqual([`warning proxy containers[0].ports[0].hostPort ${claims('80', 'http')}`]);
    }
  });

  test('is an error where every node that it may run on has the agent', () => {
    expect(foundBy(hostPortConflict, proxy(), agent('one', 9100), node('a'), node('b'))).toHaveLength(1);
    expect(foundBy(hostPortConflict, proxy(), agent('one', 9100), node('a'), node('b'))[0]).toMatch(/^error proxy/);
    expect(
      foundBy(hostPortConflict, proxy(), agent('one', 9100, { nodeSelector: { pool: 'a' } }), node('a', { pool: 'a' }), node('b'))[0],
    ).toMatch(/^warning proxy/);
  });

  test('beside another is for the scheduler to place', () => {
    expect(foundBy(hostPortConflict, proxy(), { ...proxy(), metadata: { name: 'other', namespace: 'agents' } })).toEqual([]);
  });

  test('that names its node is only in the way there', () => {
    const named = (nodeName: string) => ({ ...proxy({ nodeName }), metadata: { name: nodeName } });
    expect(foundBy(hostPortConflict, named('a'), agent('one', 9100, { nodeSelector: { pool: 'x' } }))).toHaveLength(1);
    const affinity = (name: string) => ({
      affinity: {
        nodeAffinity: {
          requiredDuringSchedulingIgnoredDuringExecution: {
            nodeSelectorTerms: [{ matchFields: [{ key: 'metadata.name', operator: 'In', values: [name] }] }],
          },
        },
      },
    });
    expect(foundBy(hostPortConflict, named('a'), agent('one', 9100, affinity('b')))).toEqual([]);
  });
});

test('pods that a controller made are not held against it', () => {
  const pod = {
    apiVersion: 'v1', kind: 'Pod', metadata: { name: 'one-x', ownerReferences: [{ kind: 'DaemonSet', name: 'one', controller: true }] },
    spec: { containers: [{ name: 'agent', ports: [{ containerPort: 80, hostPort: 9100 }] }] },
  };
  expect(foundBy(hostPortConflict, agent('one', 9100), pod)).toEqual([]);
});

test('of pools that share no node none is reported, however many there are', () => {
  fc.assert(fc.property(fc.uniqueArray(fc.stringMatching(/^[a-z]{1,4}$/), { minLength: 2, maxLength: 60 }), pools => {
    const agents = pools.map(pool => agent(`agent-${pool}`, 9100, { nodeSelector: { pool } }));
    expect(foundBy(hostPortConflict, ...agents)).toEqual([]);
    const everywhere = agent('everywhere', 9100);
    expect(foundBy(hostPortConflict, ...agents, everywhere)).toHaveLength(1);
    expect(foundBy(hostPortConflict, everywhere, ...agents)).toHaveLength(pools.length);
  }), { numRuns: runs(20) });
});
