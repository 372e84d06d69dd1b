import { JsonPatch } from 'cdk8s';
import { AgentFile, KubernetesVersion, NodeAgent, NodeAgentProps, Resources, TargetCluster } from '../../src';
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
      + 'fix: write it as the Kubernetes API does',
    ]);
    expect(errorsWith({ resources: Resources.of({ memory: '64Mi', memoryLimit: '128Mi' }), overrides: { resources: { requests: { memory: '1Gi' } } } })).toEqual([
      "[test/agent] request-above-limit: the workload with its overrides: the container 'agent' requests more memory than its limit allows; "
      + 'given: request 1Gi, limit 128Mi; allowed: a request up to the limit; fix: raise the limit, or set both with `resources`',
    ]);
  });

  test('fails for a text that is none of those the field takes', () => {
    expect(errorsWith({ overrides: { imagePullPolicy: 'always' }, podOverrides: { dnsPolicy: 'foo' } })).toEqual([
      "[test/agent] invalid-field: podOverrides: dnsPolicy cannot be used; given: 'foo'; allowed: one of ClusterFirst, ClusterFirstWithHostNet, Default, None; "
      + 'fix: use one of these words, in this spelling',
      "[test/agent] invalid-field: overrides of the container 'agent': imagePullPolicy cannot be used; given: 'always'; "
      + 'allowed: one of Always, IfNotPresent, Never; fix: use one of these words, in this spelling',
    ]);
  });
});

describe('what the API server refuses of overrides and patches is refused before', () => {
  const codesWith = (props: Partial<NodeAgentProps>, ...patches: JsonPatch[]) => errorsWith(props, ...patches).map(line => line.split(' ')[1].replace(':', ''));
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
    ['large annotations by patch', codesWith({}, JsonPatch.add('/metadata/annotations', { a: 'x'.repeat(262_144) })), ['annotations-too-large']],
    ['a volume of the kubelet', codesWith({ podOverrides: { volumes: [{ name: 'v', configMap: { name: 'a', items: [{ key: 'a', path: '..x' }] } }] } }), ['invalid-path']],
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
        `[test/agent] field-too-new: the workload with its overrides: restartPolicy ${restartPolicy} of the container 'agent' needs Kubernetes 1.35; given: kubernetesVersion 1.34; allowed: 1.35 or newer; `
        + 'fix: leave it out, or make the container a sidecar, or raise kubernetesVersion with TargetCluster.configure when the oldest cluster is there',
      ]);
      expect(errors(KubernetesVersion.V1_35, { overrides: { restartPolicy } })).toEqual([]);
    }
    expect(errors(KubernetesVersion.V1_29, { initContainers: [{ name: 'init', image: 'a:1', overrides: { restartPolicy: 'Always' } }] })).toEqual([]);
  });

  test('fails for labels and annotations that are added to an object later', () => {
    const chart = testChart();
    const agent = new NodeAgent(chart, 'agent', { image: IMAGE });
    agent.apiObject.metadata.addLabel('a', 'b c');
    agent.apiObject.metadata.addAnnotation('b', 'x'.repeat(262_144));
    expect(errorsOf(chart)).toEqual([
      "[test/agent] invalid-label: a label of the DaemonSet 'agent' a is not a valid label value; given: 'b c'; allowed: nothing, or at most 63 letters, digits, `-`, `_` and `.`, a letter or digit at both ends; fix: write 'b-c'",
      "[test/agent] annotations-too-large: the annotations of the DaemonSet 'agent' are more than the API server takes; given: 262145 bytes; allowed: 262144 bytes in all; fix: put large texts into a ConfigMap, or into files of the agent",
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
    `[test/agent] patch-failed: the patched DaemonSet 'agent' cannot be written; given: ${given}; fix: a patch replaces and removes only what is there; print the object without it to see its paths`;

  test.each<[string, JsonPatch[], string]>([
    ['a parent that is not there', [JsonPatch.add('/metadata/annotations', {}), JsonPatch.replace('/spec/nowhere/at/all', 1)], "replace /spec/nowhere/at/all: there is no '/spec/nowhere'"],
    ['a container that is not there', [JsonPatch.replace('/spec/template/spec/containers/3/image', 'a:1')], "replace /spec/template/spec/containers/3/image: there is no '/spec/template/spec/containers/3'"],
    ['a source that is not there', [JsonPatch.copy('/spec/nowhere/a', '/spec/minReadySeconds')], "copy /spec/minReadySeconds from /spec/nowhere/a: there is no '/spec/nowhere'"],
    ['a test that fails', [JsonPatch.test('/metadata/name', 'other')], 'test /metadata/name: another value stands there'],
    ['the second of two', [JsonPatch.add('/spec/minReadySeconds', 5), JsonPatch.add('/spec/a~1b/c', 5)], "add /spec/a~1b/c: there is no '/spec/a~1b'"],
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
