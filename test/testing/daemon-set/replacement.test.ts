import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isSameTemplate } from '../../../src/cluster/rollout/pod-template';
import { DaemonSetView } from '../../../src/testing/daemon-set-view';
import { Manifests } from '../../../src/testing/manifests';
import { failureOf, foreign, lines, manifestsOf, platform, yamlOf, placesOf } from '../support';

const agent = (options: Parameters<typeof foreign>[0] = {}): DaemonSetView => manifestsOf(foreign(options)).daemonSet();

test('the same release replaces itself, and keeps its pods', () => {
  const manifests = Manifests.ofChart(platform());
  const yaml = manifests.toSnapshot();
  for (const name of ['logs', 'metrics']) {
    manifests.daemonSet(name).canReplace(yaml);
    manifests.daemonSet(name).keepsPods(yaml);
    expect(manifests.daemonSet(name).podChanges(yaml)).toEqual([]);
  }
});

describe('cannot replace in place', () => {
  test('by another selector', () => {
    expect(placesOf(() =>
      agent({ spec: { selector: { matchLabels: { app: 'agent', tier: 'node' } } } }).canReplace(yamlOf(foreign())))).toBe(lines(
      'DaemonSet/agents/agent [line 1]',
      '!! spec.selector.matchLabels.tier: node',
      '!!   wanted: nothing here',
    ));
  });

  test('by a wider selector, which still matches the old pods', () => {
    const old = foreign({
      spec: { selector: { matchLabels: { app: 'agent', tier: 'node' } } }, podMetadata: { labels: { app: 'agent', tier: 'node' } },
    });
    expect(failureOf(() => agent().canReplace(yamlOf(old)))).toContain(
      'Hint: delete the DaemonSet and keep its pods, which the new selector still matches: kubectl delete daemonset agent '
        + '--cascade=orphan');
  });

  test.each<[string, object, string, string]>([
    ['namespace', foreign({ metadata: { namespace: 'old' } }), '!! metadata.namespace: agents', '!!   wanted: old'],
    ['namespace, left to whoever applies it', foreign({
      metadata: { namespace: undefined },
    }), '!! metadata.namespace: agents', '!!   wanted: default'],
    ['kind', { ...foreign(), kind: 'Deployment' }, '!! kind: DaemonSet', '!!   wanted: Deployment'],
    ['name', foreign({ metadata: { name: 'other' } }), '!! metadata.name: agent', '!!   wanted: other'],
    ['name', foreign({ name: 'agents' }), '!! metadata.name: agent', '!!   wanted: agents'],
  ])('under another %s', (_, old, found, wanted) => {
    expect(placesOf(() => agent().canReplace(yamlOf(old)))).toBe(lines(
      'DaemonSet/agents/agent [line 1]',
      found, wanted,
    ));
  });

  test('what was not there', () => {
    expect(placesOf(() => agent().canReplace(yamlOf(foreign({ name: 'something-else' }))))).toBe(lines(
      'DaemonSet/agents/agent [line 1]',
      '   DaemonSet/agents/something-else [line 1]',
    ));
    expect(failureOf(() => agent().keepsPods('')).split('\n').at(-1)).toBe('Hint: the previous manifests have no DaemonSet');
    expect(agent().podChanges('')).toEqual([]);
  });
});

describe('pods', () => {
  const container = {
    ports: [{ containerPort: 80 }], resources: { requests: { cpu: '100m' } }, env: [{ name: 'A', value: '1' }, { name: 'B', value: '2' }],
  };

  test.each<[string, Parameters<typeof foreign>[0]]>([
    ['what the API server fills in', {
      container: { ...container, ports: [{ containerPort: 80, protocol: 'TCP' }], imagePullPolicy: 'IfNotPresent' },
      pod: { restartPolicy: 'Always', volumes: [] },
    }],
    ['the spelling of an amount', { container: { ...container, resources: { requests: { cpu: '0.1' } } } }],
    ['something beside the pods', {
      container, metadata: { labels: { release: '2' } }, spec: { minReadySeconds: 10, updateStrategy: { type: 'OnDelete' } },
    }],
  ])('stay through a change of %s', (_, changed) => {
    agent(changed).keepsPods(yamlOf(foreign({ container })));
    expect(agent(changed).podChanges(yamlOf(foreign({ container })))).toEqual([]);
  });

  test.each<[string, Parameters<typeof foreign>[0], string[]]>([
    ['another image', { container: { ...container, image: 'example.com/agent:1.0.1' } },
      ['spec.template.spec.containers[name=agent].image: example.com/agent:1.0.0 -> example.com/agent:1.0.1']],
    ['an annotation', { container, podMetadata: { annotations: { 'checksum/config': 'a1b2c3d4' } } },
      ['spec.template.metadata.annotations: (absent) -> { checksum/config: a1b2c3d4 }']],
    ['a field less', { container: { ports: container.ports, resources: container.resources } },
      ['spec.template.spec.containers[name=agent].env: [{ name: A, value: "1" }, { name: B, value: "2" }] -> (absent)']],
    ['another order', { container: { ...container, env: [...container.env].reverse() } },
      ['spec.template.spec.containers[name=agent].env: in the order A, B -> in the order B, A']],
    ['an entry more, and what goes without saying beside it', {
      container: { ...container, ports: [{ containerPort: 80, protocol: 'TCP' }], env: [...container.env, { name: 'C', value: 'x' }] },
    },
    ['spec.template.spec.containers[name=agent].env[name=C]: (absent) -> { name: C, value: x }']],
  ])('are replaced by %s', (_, changed, changes) => {
    expect(agent(changed).podChanges(yamlOf(foreign({ container })))).toEqual(changes);
    const text = failureOf(() => agent(changed).keepsPods(yamlOf(foreign({ container }))));
    expect(text).toContain('Expected DaemonSet agent to keep its pods, and a change replaces the pod on every node:');
    expect(text).toContain(changes[0].split(': ')[0]);
  });

  test('are replaced exactly where the API server sees another template', () => {
    const yaml = readFileSync(join(__dirname, '..', '..', 'golden', 'logs.yaml'), 'utf8');
    const lineCount = yaml.split('\n').length;
    const before = Manifests.parse(yaml).daemonSet();
    let changed = 0;
    // each line of the file in turn is left out, where that leaves a DaemonSet
    for (let index = yaml.slice(0, yaml.indexOf('kind: DaemonSet')).split('\n').length; index < lineCount; index++) {
      const other = yaml.split('\n').filter((_, at) => at !== index).join('\n');
      let after: DaemonSetView;
      try {
        after = Manifests.parse(other).daemonSet('logs');
      } catch {
        continue;
      }
      const isSame = isSameTemplate(before.manifest.spec.template, after.manifest.spec.template);
      expect(after.podChanges(yaml).length === 0).toBe(isSame);
      changed += isSame ? 0 : 1;
    }
    expect(changed).toBeGreaterThan(30);
  });
});
