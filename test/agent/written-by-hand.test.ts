import { JsonPatch } from 'cdk8s';
import { AgentFile, KubernetesVersion, NodeAgent, NodeAgentProps, Resources, TargetCluster } from '../../src';
import { errorsOf, objectOf, testChart } from '../support/golden';
import { refusal } from '../support/refusal';

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
      refusal('mutable-image', { at: 'test/agent', given: "'x:latest'", names: ['latest'] }),
    ]);
    expect(errorsWith({}, JsonPatch.replace('/spec/template/spec/containers/0/image', 'x'))[0]).toEqual(
      refusal('mutable-image', { at: 'test/agent', given: "'x'" }),
    );
  });

  test('fails for a quantity that cannot be read, and for a request above its limit', () => {
    expect(errorsWith({ overrides: { resources: { requests: { cpu: 'lots' } } } })).toEqual([
      refusal('invalid-field', { at: 'test/agent', given: "'lots'", allowed: 'quantity', names: ['agent', 'resources.requests.cpu'] }),
    ]);
    expect(errorsWith({
      resources: Resources.of({ memory: '64Mi', memoryLimit: '128Mi' }), overrides: { resources: { requests: { memory: '1Gi' } } },
    })).toEqual([
      refusal('request-above-limit', { at: 'test/agent', given: 'request 1Gi, limit 128Mi', names: ['agent'] }),
    ]);
  });

  test('fails for a text that is none of those the field takes', () => {
    expect(errorsWith({ overrides: { imagePullPolicy: 'always' }, podOverrides: { dnsPolicy: 'foo' } })).toEqual([
      refusal('invalid-field', {
        at: 'test/agent', given: "'foo'", names: ['podOverrides', 'dnsPolicy', 'ClusterFirst', 'ClusterFirstWithHostNet'],
      }),
      refusal('invalid-field', { at: 'test/agent', given: "'always'", names: ['agent', 'imagePullPolicy', 'IfNotPresent'] }),
    ]);
  });
});

describe('what the API server refuses of overrides and patches is refused before', () => {
  const codesWith = (props: Partial<NodeAgentProps>, ...patches: JsonPatch[]) => errorsWith(props, ...patches).map(
    line => line.split(' ')[1].replace(':', ''),
  );
  const pod = '/spec/template/spec';

  test.each<[string, string[], string[]]>([
    ['a deadline', codesWith({ podOverrides: { activeDeadlineSeconds: 5 } }), ['invalid-field']],
    ['a deadline by patch', codesWith({}, JsonPatch.add(`${pod}/activeDeadlineSeconds`, 5)), ['invalid-field']],
    ['no container by patch', codesWith({}, JsonPatch.replace(`${pod}/containers`, [])), ['invalid-field']],
    ['an empty image', codesWith({ overrides: { image: '' } }), ['invalid-image']],
    ['an image that a patch removes', codesWith({}, JsonPatch.remove(`${pod}/containers/0/image`)), ['invalid-image']],
    ['another restart policy', codesWith({ podOverrides: { restartPolicy: 'Never' } }), ['invalid-field']],
    ['another restart policy by patch', codesWith({}, JsonPatch.add(`${pod}/restartPolicy`, 'OnFailure')), ['invalid-field']],
    ['a node selector', codesWith({ podOverrides: { nodeSelector: { 'a b': 'c' } } }), ['invalid-label']],
    ['a node selector by patch', codesWith({}, JsonPatch.add(`${pod}/nodeSelector/a`, 'b c')), ['invalid-label']],
    ['labels of the pods', codesWith({ specOverrides: { template: { metadata: { labels: { a: 'b c' } } } } }), ['invalid-label']],
    ['labels of the object by patch', codesWith({}, JsonPatch.add('/metadata/labels/a', 'b c')), ['invalid-label']],
    ['large annotations by patch', codesWith(
      {}, JsonPatch.add('/metadata/annotations', { a: 'x'.repeat(262_144) }),
    ), ['annotations-too-large']],
    ['a volume of the kubelet', codesWith({
      podOverrides: { volumes: [{ name: 'v', configMap: { name: 'a', items: [{ key: 'a', path: '..x' }] } }] },
    }), ['invalid-path']],
  ])('fails for %s', (_, codes, expected) => {
    expect(codes).toEqual(expected);
  });

  test('fails for the restart policy of a container that only newer clusters take', () => {
    const errors = (version: KubernetesVersion, props: Partial<NodeAgentProps>) => {
      const chart = testChart();
      TargetCluster.configure(chart, { kubernetesVersion: version });
      new NodeAgent(chart, 'agent', { image: IMAGE, ...props });
      return errorsOf(chart);
    };
    for (const restartPolicy of ['Never', 'Always']) {
      expect(errors(KubernetesVersion.V1_34, { overrides: { restartPolicy } })).toEqual([
        refusal('field-too-new', {
          at: 'test/agent', given: 'kubernetesVersion 1.34', allowed: '1.35 or newer',
          names: ['restartPolicy', restartPolicy, 'agent', '1.35'],
        }),
      ]);
      expect(errors(KubernetesVersion.V1_35, { overrides: { restartPolicy } })).toEqual([]);
    }
    expect(errors(KubernetesVersion.V1_29, {
      initContainers: [{ name: 'init', image: 'a:1', overrides: { restartPolicy: 'Always' } }],
    })).toEqual([]);
  });

  test('fails for labels and annotations that are added to an object later', () => {
    const chart = testChart();
    const agent = new NodeAgent(chart, 'agent', { image: IMAGE });
    agent.apiObject.metadata.addLabel('a', 'b c');
    agent.apiObject.metadata.addAnnotation('b', 'x'.repeat(262_144));
    expect(errorsOf(chart)).toEqual([
      refusal('invalid-label', { at: 'test/agent', given: "'b c'", names: ['DaemonSet', 'agent', '63', '_'] }),
      refusal('annotations-too-large', { at: 'test/agent', given: '262145 bytes', names: ['DaemonSet', 'agent', '262144'] }),
    ]);
  });

  test('fails for annotations that are too large together, whoever set them', () => {
    const half = 'x'.repeat(140_000);
    expect(codesWith({ annotations: { a: half, b: half } })).toEqual(['annotations-too-large']);
    expect(codesWith({ podAnnotations: { a: half, b: half } })).toEqual(['annotations-too-large']);
  });
});

describe('a patch that cannot be applied says which, and what is missing', () => {
  const failure = (given: string) =>
    refusal('patch-failed', { at: 'test/agent', given, names: ['DaemonSet', 'agent'] });

  test.each<[string, JsonPatch[], string]>([
    ['a parent that is not there', [
      JsonPatch.add('/metadata/annotations', {}), JsonPatch.replace('/spec/nowhere/at/all', 1),
    ], "replace /spec/nowhere/at/all: there is no '/spec/nowhere'"],
    ['a container that is not there', [
      JsonPatch.replace('/spec/template/spec/containers/3/image', 'a:1'),
    ], "replace /spec/template/spec/containers/3/image: there is no '/spec/template/spec/containers/3'"],
    ['a source that is not there', [
      JsonPatch.copy('/spec/nowhere/a', '/spec/minReadySeconds'),
    ], "copy /spec/minReadySeconds from /spec/nowhere/a: there is no '/spec/nowhere'"],
    ['a test that fails', [JsonPatch.test('/metadata/name', 'other')], 'test /metadata/name: another value stands there'],
    ['the second of two', [
      JsonPatch.add('/spec/minReadySeconds', 5), JsonPatch.add('/spec/a~1b/c', 5),
    ], "add /spec/a~1b/c: there is no '/spec/a~1b'"],
  ])('for %s', (_, patches, given) => {
    expect(errorsWith({}, ...patches)).toEqual([failure(given)]);
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
