import { JsonPatch } from 'cdk8s';
import { AgentFile, NodeAgent, NodeAgentProps, Resources } from '../../src';
import { errorsOf, objectOf, testChart } from '../support/golden';

const IMAGE = 'ghcr.io/your-org/agent:1.0.0';

function errorsWith(props: Partial<NodeAgentProps>, ...patches: JsonPatch[]): string[] {
  const chart = testChart();
  const agent = new NodeAgent(chart, 'agent', { image: IMAGE, ...props });
  if (patches.length > 0) {agent.apiObject.addJsonPatch(...patches);}
  return errorsOf(chart);
}

describe('what someone writes in the spelling of the API is held to the rules of the typed options', () => {
  test('fails for an image that changes', () => {
    expect(errorsWith({ overrides: { image: 'x:latest' } })).toEqual([
      "[test/agent] mutable-image: the tag `latest` is another image tomorrow; given: 'x:latest'; allowed: a tag other than latest, a digest, or both; "
      + 'fix: pin the version that you tested: nodes that start later must get the same image',
    ]);
    expect(errorsWith({}, JsonPatch.replace('/spec/template/spec/containers/0/image', 'x'))[0]).toMatch(/^\[test\/agent\] mutable-image: the image has no tag/);
  });

  test('fails for a quantity that cannot be read, and for a request above its limit', () => {
    expect(errorsWith({ overrides: { resources: { requests: { cpu: 'lots' } } } })).toEqual([
      "[test/agent] invalid-field: overrides of the container 'agent': resources.requests.cpu cannot be used; given: 'lots'; allowed: quantity; "
      + 'fix: use the spelling and type of the Kubernetes API',
    ]);
    expect(errorsWith({ resources: Resources.of({ memory: '64Mi', memoryLimit: '128Mi' }), overrides: { resources: { requests: { memory: '1Gi' } } } })).toEqual([
      "[test/agent] request-above-limit: the workload with its overrides: the container 'agent' requests more memory than its limit allows; "
      + 'given: request 1Gi, limit 128Mi; allowed: a request up to the limit; fix: raise the limit, or set both with `resources`',
    ]);
  });

  test('fails for a text that is none of those the field takes', () => {
    expect(errorsWith({ overrides: { imagePullPolicy: 'always' }, podOverrides: { dnsPolicy: 'foo' } })).toEqual([
      "[test/agent] invalid-field: podOverrides: dnsPolicy cannot be used; given: 'foo'; allowed: one of ClusterFirst, ClusterFirstWithHostNet, Default, None; "
      + 'fix: use the spelling and type of the Kubernetes API',
      "[test/agent] invalid-field: overrides of the container 'agent': imagePullPolicy cannot be used; given: 'always'; "
      + 'allowed: one of Always, IfNotPresent, Never; fix: use the spelling and type of the Kubernetes API',
    ]);
  });
});

test('a patch of the ConfigMap rolls the pods, as a change of the files does', () => {
  const hashAfter = (...patches: JsonPatch[]) => {
    const chart = testChart();
    const agent = new NodeAgent(chart, 'agent', { image: IMAGE, files: [AgentFile.text('/etc/agent/a.yaml', 'a: 1\n')] });
    if (patches.length > 0) {agent.findObject('ConfigMap')!.addJsonPatch(...patches);}
    return objectOf(chart, 'DaemonSet').spec.template.metadata.annotations['checksum/config'];
  };
  expect(hashAfter(JsonPatch.add('/data/b.yaml', 'b: 2\n'))).not.toBe(hashAfter());
  expect(hashAfter(JsonPatch.add('/immutable', true))).toBe(hashAfter());
});
