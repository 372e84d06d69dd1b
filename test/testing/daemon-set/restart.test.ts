import { createHash } from 'node:crypto';
import { ApiObject } from 'cdk8s';
import { AgentFile, AgentObject, IAgentFeature, NodeAgent } from '../../../src';
import { Manifests } from '../../../src/testing/manifests';
import { testChart } from '../../support/golden';
import { failureOf, foreign, lines, manifestsOf, platform, placesOf } from '../support';

const CONFIG = {
  apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'config', namespace: 'agents' }, data: { 'agent.yaml': 'flush: 1\n' },
};
const VOLUME = { volumes: [{ name: 'config', configMap: { name: 'config' } }] };

/** What is said of the ConfigMap of someone else's agent. */
function told(config: object = CONFIG, podMetadata: object = {}, metadata: object = {}, pod: object = VOLUME): {
  readonly because: string[]; readonly fails: boolean;
} {
  const agent = manifestsOf(config, foreign({ pod, podMetadata, metadata })).daemonSet();
  let fails = false;
  try {
    agent.restartsWhenChanges('ConfigMap', 'config');
  } catch {
    fails = true;
  }
  return { because: agent.explainRestart('ConfigMap', 'config'), fails };
}

const holds = (because: string) => ({ because: [because], fails: false });
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

describe('agents of the library', () => {
  test('are proven to restart with their configuration, as constructs and as YAML', () => {
    const manifests = Manifests.ofChart(platform());
    const because = ['the annotation checksum/config of the pods is the hash of ConfigMap logs-config'];
    for (const logs of [manifests.daemonSet('logs'), Manifests.parse(manifests.toSnapshot()).daemonSet('logs')]) {
      logs.restartsWhenChanges('ConfigMap', 'logs-config');
      expect(logs.explainRestart('ConfigMap', 'logs-config')).toEqual(because);
    }
  });

  test('are proven to restart with files, bytes and objects that they bring along and read', () => {
    const chart = testChart('platform');
    const bring: IAgentFeature = {
      contribute: plan => {
        plan.addObject(AgentObject.of({ apiVersion: 'v1', kind: 'ConfigMap', name: 'extra', fields: { data: { b: '2', a: '1' } } }));
        plan.addObject(AgentObject.of({ apiVersion: 'v1', kind: 'ConfigMap', name: 'unread', fields: { data: { c: '3' } } }));
      },
    };
    new NodeAgent(chart, 'agent', {
      image: 'example.com/agent:1.0.0', features: [bring],
      files: [
        AgentFile.text('/etc/agent/a.conf', 'a'), AgentFile.binary('/etc/agent/b.bin', Buffer.from([255, 0]).toString('base64')),
        AgentFile.configMap('/etc/more/c.conf', 'extra', 'a'),
      ],
    });
    const agent = Manifests.ofChart(chart).daemonSet();
    agent.restartsWhenChanges('ConfigMap', 'agent-config');
    agent.restartsWhenChanges('ConfigMap', 'extra');
    expect(agent.explainRestart('ConfigMap', 'extra')).toEqual([
      'the annotation checksum/config of the pods is the hash of ConfigMap agent-config, ConfigMap extra',
    ]);
    expect(placesOf(() => agent.restartsWhenChanges('ConfigMap', 'unread'))).toBe(lines(
      'DaemonSet/node-agents/agent [platform/agent/Resource]',
    ));
  });

  test('are proven not to restart with what someone else makes', () => {
    const chart = testChart('platform');
    new ApiObject(chart, 'shared', { ...CONFIG, metadata: { name: 'shared' } });
    new NodeAgent(chart, 'agent', {
      image: 'example.com/agent:1.0.0',
      files: [AgentFile.text('/etc/agent/a.conf', 'a'), AgentFile.configMap('/etc/shared/agent.yaml', 'shared', 'agent.yaml')],
    });
    const agent = Manifests.ofChart(chart).daemonSet();
    agent.restartsWhenChanges('ConfigMap', 'agent-config');
    const text = failureOf(() => agent.restartsWhenChanges('ConfigMap', 'shared'));
    expect(text.split('\n')[0]).toMatch(/ DaemonSet agent .* ConfigMap shared /);
    expect(text).toMatch(/!! spec\.template\.metadata\.annotations: \{ checksum\/config: "?[0-9a-f]{16}"? \}\n!! {3}wanted: /);
    expect(text).toMatch(/^Hint: .*checksum\/config.* ConfigMap agent-config/m);
  });

  test('whose checksum is of content in no object, or of other content, are believed', () => {
    const changed = Manifests.parse(Manifests.ofChart(platform()).toSnapshot().replace('flush: 1', 'flush: 2')).daemonSet('logs');
    changed.restartsWhenChanges('ConfigMap', 'logs-config');
    expect(changed.explainRestart('ConfigMap', 'logs-config')).toEqual([
      'the pods have the annotation checksum/config, which looks like a hash; the manifests do not show of what',
    ]);
  });
});

describe('agents of others', () => {
  test('do not restart by themselves', () => {
    expect(told()).toEqual({
      fails: true, because: [
        'nothing in the pods changes with its content',
        "it is a file of the volume 'config': mounted files follow within a minute or two, unless by subPath, and most programs read them "
          + 'once',
      ],
    });
    expect(
      told(CONFIG, {}, {}, { containers: [{ name: 'a', image: 'a:1', envFrom: [{ configMapRef: { name: 'config' } }] }] }).because[1],
    ).toBe(
      "it is the variables of the container 'a': variables keep their values for as long as the pod lives");
  });

  test('restart with what is immutable, under its new name', () => {
    expect(told({ ...CONFIG, immutable: true })).toEqual(holds(
      'it is immutable: other content needs another name, and the name is in the pods',
    ));
  });

  test.each<[string, string]>([
    ['one value', sha256('flush: 1\n')],
    ['the data as JSON', sha256(JSON.stringify(CONFIG.data))],
    ['the data as JSON, by another algorithm', createHash('md5').update(JSON.stringify(CONFIG.data)).digest('hex')],
    ['the first letters of it', sha256('flush: 1\n').slice(0, 12)],
  ])('are proven to restart by a hash of %s', (_, hash) => {
    expect(told(CONFIG, { annotations: { 'checksum/agent-config': hash } })).toEqual(holds(
      'the annotation checksum/agent-config of the pods is a hash of its content',
    ));
  });

  test.each<[string, object, string]>([
    ['a checksum of a rendered template', {
      annotations: { 'checksum/config': sha256('whatever Helm rendered') },
    }, 'the pods have the annotation checksum/config, which looks like a hash; the manifests do not show of what'],
    ['a hash under another name', {
      annotations: { 'example.com/config-hash': 'a1b2c3d4' },
    }, 'the pods have the annotation example.com/config-hash, which looks like a hash; the manifests do not show of what'],
  ])('are believed to restart by %s', (_, podMetadata, because) => {
    expect(told(CONFIG, podMetadata)).toEqual(holds(because));
  });

  test.each<[string, object, string]>([
    ['Reloader', {
      'reloader.stakater.com/auto': 'true',
    }, 'Reloader, by the annotation reloader.stakater.com/auto, restarts the pods, if its controller runs in the cluster'],
    ['Reloader, of ConfigMaps', {
      'configmap.reloader.stakater.com/auto': 'true',
    }, 'Reloader, by the annotation configmap.reloader.stakater.com/auto, restarts the pods, if its controller runs in the cluster'],
    ['Reloader, of a list', {
      'configmap.reloader.stakater.com/reload': 'other, config',
    }, 'Reloader, by the annotation configmap.reloader.stakater.com/reload, restarts the pods, if its controller runs in the cluster'],
    ['Wave', {
      'wave.pusher.com/update-on-config-change': 'true',
    }, 'Wave, by the annotation wave.pusher.com/update-on-config-change, restarts the pods, if its controller runs in the cluster'],
  ])('are believed to restart by %s', (_, annotations, because) => {
    expect(told(CONFIG, {}, { annotations })).toEqual(holds(because));
  });

  test.each<[string, object, object]>([
    ['a plain annotation', { annotations: { 'example.com/team': 'observability' } }, {}],
    ['a checksum that is a word', { annotations: { 'checksum/config': 'v1' } }, {}],
    ['Reloader switched off', {}, { annotations: { 'reloader.stakater.com/auto': 'false' } }],
    ['Reloader for others', {}, { annotations: { 'configmap.reloader.stakater.com/reload': 'other,config-2' } }],
    ['Reloader for Secrets', {}, { annotations: { 'secret.reloader.stakater.com/auto': 'true' } }],
  ])('do not restart by %s', (_, podMetadata, metadata) => {
    expect(told(CONFIG, podMetadata, metadata).fails).toBe(true);
  });

  test('read nothing else than what stands in their pods', () => {
    const agent = manifestsOf(foreign({ pod: VOLUME })).daemonSet();
    expect(agent.explainRestart('ConfigMap', 'cofnig')).toEqual(['did you mean config?']);
    expect(agent.explainRestart('Secret', 'config')).toEqual(['the pods read no Secret']);
    expect(failureOf(() => agent.restartsWhenChanges('Deployment', 'a'))).toContain("given: 'Deployment'");
  });
});

/** As kustomize (api v0.21.1) builds it from generators. */
const KUSTOMIZED = [
  foreign({
    pod: {
      volumes: [
        { name: 'config', configMap: { name: 'edge-agent-config-9kfhf77975' } },
        { name: 'tls', secret: { secretName: 'edge-tls-m6h7bkm2dg' } },
      ],
      containers: [{
        name: 'agent', image: 'a:1',
        envFrom: [{ configMapRef: { name: 'edge-empty-6ct58987ht' } }, { secretRef: { name: 'edge-creds-cd8b8gh94d' } }],
      }],
    },
  }),
  {
    apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'edge-agent-config-9kfhf77975', namespace: 'agents' },
    binaryData: { 'bin.dat': '//4AAQ==' }, data: { 'a': '1 <b> & "c"', 'conf.yaml': 'flush: 1\nname: "ü"\n', 'z': 'line1' },
  },
  { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'edge-empty-6ct58987ht', namespace: 'agents' } },
  {
    apiVersion: 'v1', kind: 'Secret', metadata: {
      name: 'edge-creds-cd8b8gh94d', namespace: 'agents',
    }, type: 'Opaque', data: { token: 'YWJjPD4=', user: 'eA==' },
  },
  {
    apiVersion: 'v1', kind: 'Secret', metadata: {
      name: 'edge-tls-m6h7bkm2dg', namespace: 'agents',
    }, type: 'kubernetes.io/tls', data: { 'tls.crt': 'YQ==', 'tls.key': 'Yg==' },
  },
];

describe('names that kustomize made', () => {
  test.each([
    ['ConfigMap', 'edge-agent-config-9kfhf77975', 'edge-agent-config'], ['ConfigMap', 'edge-empty-6ct58987ht', 'edge-empty'],
    ['Secret', 'edge-creds-cd8b8gh94d', 'edge-creds'], ['Secret', 'edge-tls-m6h7bkm2dg', 'edge-tls'],
  ])('prove it: the %s %s', (kind, name, before) => {
    const agent = manifestsOf(...KUSTOMIZED).daemonSet();
    agent.restartsWhenChanges(kind, name);
    expect(agent.explainRestart(kind, name)).toEqual([
      `its name is ${before} and the hash of its content, as kustomize makes it, and the name is in the pods`,
    ]);
  });

  test.each([
    ['ConfigMap', 'config-47kb599d98', 'config', {
      data: { 'a': '1 <b> & "c"', 'conf.yaml': 'flush: 1\n' }, binaryData: { 'bin.dat': '//4AAQ==' },
    }],
    ['ConfigMap', 'empty-8gk6m65f9c', 'empty', {}],
    ['Secret', 'creds-dkgmfbc68d', 'creds', { type: 'Opaque', data: { token: 'YWJjPD4=' } }],
  ])('prove it as kubectl create --append-hash makes them: the %s %s', (kind, name, before, content) => {
    const pod = { volumes: [{ name: 'a', ...kind === 'Secret' ? { secret: { secretName: name } } : { configMap: { name } } }] };
    const agent = manifestsOf(foreign({ pod }), {
      apiVersion: 'v1', kind, metadata: { name, namespace: 'agents' }, ...content,
    }).daemonSet();
    expect(agent.explainRestart(kind, name)).toEqual([
      `its name is ${before} and the hash of its content, as kustomize makes it, and the name is in the pods`,
    ]);
  });

  test('prove nothing of content that they are not of', () => {
    const text = JSON.stringify(KUSTOMIZED).replace('"z":"line1"', '"z":"line2"');
    const agent = manifestsOf(...JSON.parse(text)).daemonSet();
    expect(failureOf(() => agent.restartsWhenChanges('ConfigMap', 'edge-agent-config-9kfhf77975'))).toContain(
      'Hint: its name ends as if kustomize had put a hash there, and it is not the hash of this content');
  });
});
