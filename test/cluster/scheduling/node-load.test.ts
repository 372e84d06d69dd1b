import * as fc from 'fast-check';
import { addResources, resourcesToWire } from '../../../src/cluster/inventory/resource-list';
import { Occupancy } from '../../../src/cluster/scheduling/node-load';
import { runs } from '../../support/runs';
import { agentOf, asking, podOf, podOn } from '../inventory/objects';

const withRequests = (requests: object) => ({ containers: [{ name: 'main', image: 'a:1', resources: { requests } }] });
const taken = (occupancy: Occupancy, agents = [agentOf({})], node = 'a') => resourcesToWire(occupancy.withoutPodsOf(agents, node).requests);

test('what pods take of a node is added up, and each of them counts', () => {
  const occupancy = new Occupancy([
    podOn('a', 'p1', withRequests({ cpu: '100m', memory: '64Mi' })), podOn('a', 'p2', withRequests({ 'cpu': '1', 'example.com/gpu': '1' })),
    podOn('b', 'p3'),
  ]);
  expect(taken(occupancy)).toEqual({ 'cpu': '1100m', 'memory': '64Mi', 'example.com/gpu': '1', 'pods': '2' });
  expect([taken(occupancy, [], 'b'), taken(occupancy, [], 'c')]).toEqual([{ pods: '1' }, {}]);
});

test('pods that wait for a node and pods that have ended take nothing; pods that are being deleted do until they are gone', () => {
  const spec = withRequests({ cpu: '1' });
  expect(taken(new Occupancy([
    podOn(undefined, 'waits', spec), podOn('a', 'done', spec, { status: { phase: 'Succeeded' } }),
    podOn('a', 'broken', spec, { status: { phase: 'Failed' } }),
    podOn('a', 'leaves', spec, { metadata: { deletionTimestamp: '2026-01-01T00:00:00Z' } }),
  ]))).toEqual({ cpu: '1', pods: '1' });
});

test('ports are reported with the pod that has them', () => {
  const pod = podOn('a', 'p1', {
    containers: [{ name: 'main', image: 'a:1', ports: [{ containerPort: 80, hostPort: 8080, name: 'http' }] }],
  });
  expect(
    new Occupancy([pod]).withoutPodsOf([], 'a').ports,
  ).toEqual(new Map([[8080, [{ port: 8080, protocol: 'TCP', by: "container 'main', port 'http'", pod }]]]));
});

describe('an agent does not stand in its own way', () => {
  const agent = asking({ cpu: '300m' }, { hostNetwork: true });
  const others = podOn('a', 'p1', { ...withRequests({ cpu: '100m' }) });
  const port = {
    containers: [{ name: 'main', image: 'a:1', ports: [{ containerPort: 80, hostPort: 80 }], resources: { requests: { cpu: '500m' } } }],
  };

  test('its own pods do not count, old ones among them', () => {
    const own = [podOf(agent, 'a'), podOf(agent, 'a', port)];
    const load = new Occupancy([others, ...own, podOn('a', 'p2', port)]).withoutPodsOf([agent], 'a');
    expect(resourcesToWire(load.requests)).toEqual({ cpu: '600m', pods: '2' });
    expect(load.ports.get(80)!.map(({ pod }) => pod.name)).toEqual(['p2']);
  });

  test('neither do those of any agent that is asked about together with it, on that node', () => {
    const second = asking({ cpu: '50m' }, {}, 'second');
    const occupancy = new Occupancy([others, podOf(agent, 'a'), podOf(second, 'a'), podOf(second, 'b')]);
    expect([taken(occupancy, [agent]), taken(occupancy, [agent, second]), taken(occupancy, [agent], 'b')])
      .toEqual([{ cpu: '150m', pods: '2' }, { cpu: '100m', pods: '1' }, { cpu: '50m', pods: '1' }]);
  });

  test.each<[string, object]>([
    ['of the same name in another namespace', {
      namespace: 'other', ownerReferences: [{ kind: 'DaemonSet', name: 'agent', controller: true }],
    }],
    ['of the same name and another kind', {
      namespace: 'agents', ownerReferences: [{ kind: 'ReplicaSet', name: 'agent', controller: true }],
    }],
    ['of another DaemonSet', { namespace: 'agents', ownerReferences: [{ kind: 'DaemonSet', name: 'agent-2', controller: true }] }],
    ['that the agent only refers to', { namespace: 'agents', ownerReferences: [{ kind: 'DaemonSet', name: 'agent' }] }],
    ['that looks like one of its own', { namespace: 'agents', labels: { app: 'agent' } }],
  ])('a pod %s counts', (_, metadata) => {
    expect(taken(new Occupancy([podOn('a', 'p', withRequests({ cpu: '1' }), { metadata })]), [agent])).toEqual({ cpu: '1', pods: '1' });
  });
});

test('what is left out and what is left add up to all of it', () => {
  const agents = ['x', 'y'].map(name => agentOf({}, name));
  const pod = fc.record({
    owner: fc.constantFrom('x', 'y', undefined), cpu: fc.nat(900), memory: fc.nat(99), port: fc.constantFrom(undefined, 80, 81),
  });
  fc.assert(fc.property(fc.array(pod, { maxLength: 8 }), list => {
    const pods = list.map(({ owner, cpu, memory, port }, index) => {
      const spec = {
        containers: [{
          name: 'main', image: 'a:1', resources: { requests: { cpu: `${cpu}m`, memory } },
          ports: port === undefined ? [] : [{ containerPort: port, hostPort: port }],
        }],
      };
      return owner === undefined ? podOn('a', `p${index}`, spec) : podOf(agents.find(({ name }) => name === owner)!, 'a', spec);
    });
    const occupancy = new Occupancy(pods);
    const all = occupancy.withoutPodsOf([], 'a');
    const rest = occupancy.withoutPodsOf([agents[0]], 'a');
    const own = new Occupancy(pods.filter(({ owner }) => owner?.name === 'x')).withoutPodsOf([], 'a');
    expect(resourcesToWire(addResources(rest.requests, own.requests))).toEqual(resourcesToWire(all.requests));
    const held = (load: typeof all) => [...load.ports.values()].flat().length;
    expect(held(rest) + held(own)).toBe(held(all));
  }), { numRuns: runs(100) });
});
