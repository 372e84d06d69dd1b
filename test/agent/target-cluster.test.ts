import { App, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { makeAgent, messageOf, problemsOf } from './make-agent';
import {
  ContainerSecurity,
  ContainerProps, HostPath, HostPathType, KubernetesVersion, MountPropagation, NodeAgent, Port, TargetCluster, TargetClusterOptions,
} from '../../src';
import { codesOf, errorsOf, objectOf, testChart } from '../support/golden';
import { refusal } from '../support/refusal';

const ROOT = ContainerSecurity.root('writes its own state');

const sidecar: ContainerProps = { name: 'proxy', image: 'quay.io/proxy:1' };

test('nothing is known by default but the floor of the library', () => {
  const cluster = TargetCluster.of(testChart());
  expect(cluster).toMatchObject({ path: '', kubernetesVersion: KubernetesVersion.V1_28, kubeletDirectory: '/var/lib/kubelet' });
  expect(cluster.imageRegistry).toBeUndefined();
});

test('what is said of the app holds for every chart, until the chart says otherwise', () => {
  const app = new App();
  TargetCluster.configure(app, { kubernetesVersion: KubernetesVersion.V1_30, imageRegistry: 'mirror.example.com' });
  const [first, second] = [new Chart(app, 'first'), new Chart(app, 'second')];
  TargetCluster.configure(second, { imageRegistry: '', kubernetesVersion: undefined });
  expect(TargetCluster.of(first)).toMatchObject({
    path: '', kubernetesVersion: KubernetesVersion.V1_30, imageRegistry: 'mirror.example.com',
  });
  expect(TargetCluster.of(second)).toMatchObject({ path: 'second', kubernetesVersion: KubernetesVersion.V1_30 });
  expect(TargetCluster.of(second).imageRegistry).toBeUndefined();
});

test('a field that the oldest cluster does not know is an error that says what to do, and is never dropped', () => {
  const chart = testChart();
  makeAgent({ sidecars: [sidecar] }, chart);
  expect(errorsOf(chart)).toEqual([
    refusal('field-too-new', {
      at: 'test/agent', given: 'kubernetesVersion 1.28', allowed: '1.29 or newer', names: ['proxy', 'Container.restartPolicy', '1.29'],
    }),
  ]);
});

test('a cluster that knows the field gets it', () => {
  const chart = testChart();
  TargetCluster.configure(chart, { kubernetesVersion: KubernetesVersion.V1_29 });
  makeAgent({ sidecars: [sidecar] }, chart);
  expect(objectOf(chart, 'DaemonSet').spec.template.spec.initContainers[0].restartPolicy).toBe('Always');
});

test('a feature says which version it needs', () => {
  const chart = testChart();
  makeAgent(
    { features: [{ contribute: plan => plan.requireVersion(KubernetesVersion.V1_31, 'the shape of this file', 'leave `shape` out') }] },
    chart,
  );
  expect(errorsOf(chart)).toEqual([
    refusal('field-too-new', { at: 'test/agent', given: 'kubernetesVersion 1.28', allowed: '1.31 or newer', names: ['1.31'] }),
  ]);
});

test('a mirror stands in for the registry of every image of every container', () => {
  const chart = testChart();
  TargetCluster.configure(chart, { imageRegistry: 'mirror.example.com:5000/hub', kubernetesVersion: KubernetesVersion.V1_29 });
  const agent = makeAgent({
    sidecars: [
      sidecar,
    ], containers: [{ name: 'other', image: 'mirror.example.com:5000/hub/a:1' }], initContainers: [{ name: 'init', image: 'a:2' }],
  }, chart);
  const pod = objectOf(chart, 'DaemonSet').spec.template.spec;
  expect([...pod.initContainers, ...pod.containers].map((container: any) => container.image)).toEqual([
    'mirror.example.com:5000/hub/a:2', 'mirror.example.com:5000/hub/proxy:1', 'mirror.example.com:5000/hub/agent:1.0.0',
    'mirror.example.com:5000/hub/a:1',
  ]);
  expect(agent.container.image).toBe('example.com/agent:1.0.0');
});

test('charts for different clusters share neither names, nor ports, nor directories, nor selectors', () => {
  const app = new App();
  const props = { image: 'a:1', ports: [Port.host('http', 80)], securityContext: ROOT, hostPaths: [HostPath.state('/var/lib/agent')] };
  const charts = ['east', 'west'].map(id => new Chart(app, id, { namespace: 'node-agents' }));
  new NodeAgent(charts[0], 'agent', props);
  TargetCluster.configure(charts[1], {});
  new NodeAgent(charts[1], 'agent', props);
  expect(charts.flatMap(errorsOf)).toEqual([]);
});

test('charts for one cluster share them all', () => {
  const app = new App();
  const charts = ['east', 'west'].map(id => new Chart(app, id, { namespace: 'node-agents' }));
  charts.forEach(chart => new NodeAgent(chart, 'agent', {
    image: 'a:1', ports: [Port.host('http', 80)], securityContext: ROOT, hostPaths: [HostPath.state('/var/lib/agent')],
  }));
  expect(codesOf(charts[0])).toEqual([
    '[west/agent] name-collision', '[west/agent] host-port-conflict', '[west/agent] host-state-conflict',
  ]);
  // what resolves it where it is none is said each time
  for (const line of errorsOf(charts[0])) {expect(line).toContain('TargetCluster.configure');}
});

describe('a kubelet with another directory', () => {
  const onK0s = (...hostPaths: HostPath[]) => {
    const chart = testChart();
    TargetCluster.configure(chart, { kubeletDirectory: '/var/lib/k0s/kubelet' });
    makeAgent({ hostPaths }, chart);
    const errors = errorsOf(chart);
    return { errors, ...errors.length === 0 && { spec: objectOf(chart, 'DaemonSet').spec.template.spec } };
  };

  test('is mounted where programs look for the usual one', () => {
    const { errors, spec } = onK0s(HostPath.readWrite('/var/lib/kubelet/device-plugins'));
    expect(errors).toEqual([]);
    expect(spec.volumes).toEqual([
      { name: 'var-lib-kubelet-device-plugins', hostPath: { path: '/var/lib/k0s/kubelet/device-plugins', type: 'Directory' } },
    ]);
    expect(
      spec.containers[0].volumeMounts,
    ).toEqual([{ name: 'var-lib-kubelet-device-plugins', mountPath: '/var/lib/kubelet/device-plugins' }]);
  });

  test('is found where mounts travel in both directions', () => {
    const { errors } = onK0s(HostPath.readWrite('/var/lib/kubelet/pods', { propagation: MountPropagation.BIDIRECTIONAL }));
    expect(errors.some(line => line.includes('other-kubelet-directory'))).toBe(true);
    expect(errors.join()).not.toContain('at the same path in the container');
  });

  test('is called by one name, however it is spelled', () => {
    const chart = testChart();
    TargetCluster.configure(chart, { kubeletDirectory: '/var/lib//k0s/kubelet/' });
    makeAgent({ hostPaths: [HostPath.readWrite('/var/lib/kubelet/device-plugins')] }, chart);
    expect(TargetCluster.of(chart).kubeletDirectory).toBe('/var/lib/k0s/kubelet');
    expect(objectOf(chart, 'DaemonSet').spec.template.spec.volumes[0].hostPath.path).toBe('/var/lib/k0s/kubelet/device-plugins');
  });

  test('leaves alone what lies below it, what only looks like it, and what has a type', () => {
    expect(onK0s(HostPath.readOnly('/var/lib/k0s/kubelet/pods'), HostPath.readOnly('/var/lib/kubelets')).errors).toEqual([]);
    const meant = onK0s(HostPath.readOnly('/var/lib/kubelet/pods', { type: HostPathType.DIRECTORY }));
    expect(meant.errors).toEqual([]);
    expect(meant.spec.volumes[0].hostPath.path).toBe('/var/lib/kubelet/pods');
  });

  test('is none without a word of it', () => {
    expect(problemsOf({ hostPaths: [HostPath.readOnly('/var/lib/kubelet/pods')] })).toEqual([]);
  });
});

/** The message that a scope has for its target cluster, or undefined. */
const messageFor = (scope: Construct, options: TargetClusterOptions) => messageOf(() => {
  TargetCluster.configure(scope, options);
  return scope;
});

describe('fails', () => {
  const late = (at: string) => refusal('target-cluster-late', { at, given: `'${at}'` });

  test('when it comes after the agents that it is for', () => {
    const chart = testChart();
    makeAgent({}, chart);
    expect(messageFor(chart, {})).toEqual(late('test'));
    expect(messageFor(chart.node.root as App, {})).toEqual(late('the app'));
    expect(messageFor(new Chart(chart.node.root as App, 'other'), {})).toBeUndefined();
  });

  test('when it is set twice', () => {
    const chart = testChart();
    TargetCluster.configure(chart, {});
    expect(messageFor(chart, {})).toEqual(late('test'));
  });

  test.each([
    ['a flag that there is not', { featureFlags: { 'better-defaults': true } },
      refusal('unknown-feature-flag', { at: 'the app', given: "'better-defaults'", allowed: 'none yet' })],
    ['a registry with a scheme', { imageRegistry: 'https://mirror.example.com' },
      refusal('invalid-image', { at: 'the app', given: "'https://mirror.example.com'" })],
    ['a registry with a slash at the end', { imageRegistry: 'mirror.example.com/' },
      refusal('invalid-image', { at: 'the app', given: "'mirror.example.com/'" })],
    ['a kubelet that lives nowhere', { kubeletDirectory: 'var/lib/kubelet' },
      refusal('invalid-path', { at: 'the app', given: "'var/lib/kubelet'" })],
    ['a version as a text, which plain JavaScript lets through', { kubernetesVersion: '1.30' as unknown as KubernetesVersion },
      refusal('wrong-option', {
        at: 'the app', given: "'1.30'", allowed: 'a KubernetesVersion', names: ['kubernetesVersion', 'TargetCluster.configure'],
      })],
  ])('for %s', (_, options, message) => {
    expect(messageFor(new App(), options)).toEqual(message);
    const chart = new Chart(new App(), 'east');
    expect(messageFor(chart, options)).toEqual(message.of('east'));
  });
});
