import { App, Chart, JsonPatch } from 'cdk8s';
import {
  AgentObject, ApiGrant, ContainerSecurity, Dns, EnvValue, KubernetesVersion, NodeAgent, NodeAgentProps, Resources, SecurityProfile,
  TargetCluster,
} from '../../src';
import { reading } from '../support/refused';

const PROPS: NodeAgentProps = { image: 'example.com/agent:1.0.0', namespace: 'agents' };

const synth = (chart: Chart) => App.of(chart).synthYaml();

function agentOf(props: Partial<NodeAgentProps> = {}, minor: KubernetesVersion = KubernetesVersion.V1_30): {
  readonly chart: Chart; readonly agent: NodeAgent;
} {
  const chart = new Chart(new App(), 'chart');
  TargetCluster.configure(chart, { kubernetesVersion: minor });
  return { chart, agent: new NodeAgent(chart, 'agent', { ...PROPS, ...props }) };
}

describe('what the API server refuses is refused', () => {
  test.each<[string, Partial<NodeAgentProps>, RegExp]>([
    ['in overrides of the container', { overrides: { envFrom: [{}] } }, /invalid-field/],
    ['in overrides of the pod', { podOverrides: { dnsPolicy: 'None' } }, /invalid-dns/],
    ['in overrides of the workload', { specOverrides: { template: { spec: { hostAliases: [{ ip: 'a' }] } } } }, /invalid-field/],
    ['in annotations of the pods', {
      podAnnotations: { 'container.apparmor.security.beta.kubernetes.io/other': 'unconfined' },
    }, /invalid-field/],
  ])('%s', (_, props, line) => {
    expect(() => synth(agentOf(props).chart)).toThrow(line);
  });

  test('in patches: names and values', () => {
    const { chart, agent } = agentOf();
    agent.apiObject.addJsonPatch(JsonPatch.replace('/metadata/name', 'Bad_Name'), JsonPatch.add('/spec/template/spec/subdomain', 'a.b'));
    expect(() => synth(chart)).toThrow(/invalid-name.*Bad_Name/s);
  });

  test('in objects of any kind', () => {
    const object = AgentObject.of({ apiVersion: 'v1', kind: 'ConfigMap', name: 'a', fields: { data: { 'a/b': 'c' } } });
    const { chart } = agentOf({ features: [{ contribute: plan => plan.addObject(object) }] });
    expect(() => synth(chart)).toThrow(/invalid-name.*a\/b/);
  });

  test.each(['a:b', 'a\\b\\c', '...', 'a@b', 'a*'])('in the name of a Windows user: %s', name => {
    expect(reading(() => ContainerSecurity.windowsUser(name))).toThrow(/invalid-user/);
  });

  test('in amounts of devices that have more digits than an API server counts', () => {
    expect(reading(() => Resources.of({ extended: { 'example.com/gpu': '12345678901234567890' } }))).toThrow(/invalid-quantity/);
  });
});

describe('what the API server takes is taken', () => {
  test('search domains with a dot at the end, profiles by path, verbs of others', () => {
    expect(reading(() => Dns.cluster({ searches: ['example.com.'] }))).not.toThrow();
    expect(SecurityProfile.localhost('/usr/bin/agent').localhostProfile).toBe('/usr/bin/agent');
    expect(reading(() => ApiGrant.clusterWide(['widgets'], ['spin'], { apiGroup: 'example.com' }))).not.toThrow();
  });

  test('profiles of seccomp are files below a directory', () => {
    expect(reading(() => ContainerSecurity.leastPrivilege({ seccomp: SecurityProfile.localhost('/a') }))).toThrow(/invalid-path/);
  });

  test('variables of any printable name, from the minor on that takes them', () => {
    expect(() => synth(agentOf({ env: { '1 A': EnvValue.of('b') } }, KubernetesVersion.V1_36).chart)).not.toThrow(/invalid-name/);
  });
});

test('a good agent with overrides is taken', () => {
  expect(() => synth(agentOf({ podOverrides: { enableServiceLinks: false } }).chart)).not.toThrow();
});
