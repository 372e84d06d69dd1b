import { ApiObject, App, Chart, JsonPatch } from 'cdk8s';
import { failureOf, foreign, lines, manifestsOf, platform } from './support';
import { NodeAgent, TargetCluster } from '../../src';
import { Manifests } from '../../src/testing/manifests';
import { Match } from '../../src/testing/match';
import { testChart } from '../support/golden';

test('a chart, its app and its YAML are the same manifests', () => {
  const chart = platform();
  const objects = Manifests.ofChart(chart).objects;
  expect(objects).toEqual(chart.toJson());
  expect(Manifests.ofApp(App.of(chart)).objects).toEqual(objects);
  expect(Manifests.parse(Manifests.ofChart(chart).toSnapshot()).objects).toEqual(expect.arrayContaining(objects));
});

test('what is handed out is a copy', () => {
  const manifests = Manifests.ofChart(platform());
  manifests.objects[0].metadata.name = 'changed';
  manifests.findResources('DaemonSet')[0].metadata.name = 'changed';
  manifests.resource('DaemonSet', 'logs').metadata.name = 'changed';
  manifests.daemonSet('logs').manifest.metadata.name = 'changed';
  expect(JSON.stringify(manifests.objects)).not.toContain('changed');
});

describe('counts', () => {
  test('hold for the kind, and for the kind in its group', () => {
    const manifests = Manifests.ofChart(platform());
    manifests.resourceCountIs('DaemonSet', 2);
    manifests.resourceCountIs('DaemonSet.apps', 2);
    manifests.resourceCountIs('DaemonSet.example.com', 0);
    manifests.resourceCountIs('StatefulSet', 0);
  });

  test('show what there is', () => {
    expect(failureOf(() => Manifests.ofChart(platform()).resourceCountIs('DaemonSet', 3))).toBe(lines(
      'Expected 3 DaemonSet, found 2.',
      '   DaemonSet/node-agents/logs [platform/logs/Resource]',
      '   DaemonSet/node-agents/metrics [platform/metrics/Resource]',
    ));
    expect(failureOf(() => manifestsOf(foreign(), foreign({ name: 'b' })).resourceCountIs('Job', 1))).toBe(lines(
      'Expected 1 Job, found 0.',
      'Hint: there are: 2 DaemonSet',
    ));
  });

  test.each(['daemonset', 'Daemonset', 'DaemonSets', 'daemonsets'])('a kind that is written as %s is no reason to find none', kind => {
    const manifests = manifestsOf(foreign());
    const text = `Expected a kind of object, and no object is of the kind ${kind}; did you mean DaemonSet?`;
    expect(failureOf(() => manifests.resourceCountIs(kind, 0))).toBe(text);
    expect(failureOf(() => manifests.hasNoResource(kind))).toBe(text);
    expect(failureOf(() => manifests.findResources(kind))).toBe(text);
  });
});

describe('hasResource', () => {
  test('holds where one object has what the pattern names, however deep, and whatever it has beside', () => {
    Manifests.ofChart(platform()).hasResource('DaemonSet', {
      metadata: { name: 'logs' }, spec: { template: { spec: { nodeSelector: { 'kubernetes.io/os': 'linux' } } } },
    });
  });

  test('shows the object of that name, and of it the branch that differs', () => {
    expect(failureOf(() => Manifests.ofChart(platform()).hasResource('DaemonSet', {
      metadata: { name: 'logs' },
      spec: {
        template: {
          spec: {
            hostNetwork: true,
            containers: [{ name: 'fluent-bit', image: Match.regexp('vector'), resources: { requests: { cpu: Match.quantity('0.1') } } }],
          },
        },
      },
    }))).toBe(lines(
      'Expected a DaemonSet like the pattern, and both differ, the nearest here:',
      'DaemonSet/node-agents/logs [platform/logs/Resource]',
      '   spec.template.spec:',
      '     containers[name=fluent-bit]:',
      '!!     image: cr.fluentbit.io/fluent/fluent-bit:5.1.1',
      '!!       wanted: text that matches /vector/',
      '!!     resources.requests.cpu: 50m',
      '!!       wanted: the quantity 0.1',
      '!!   hostNetwork: (absent)',
      '!!     wanted: true',
    ));
  });

  test('without a name in the pattern, the nearest is the one with the least that differs', () => {
    const manifests = manifestsOf(
      foreign({ name: 'a', pod: { hostNetwork: true } }), foreign({ name: 'b', pod: { hostNetwork: true, hostPID: true } }),
    );
    expect(failureOf(() => manifests.hasResource('DaemonSet', {
      spec: { template: { spec: { hostNetwork: true, hostPID: true, hostIPC: true } } },
    }))).toBe(lines(
      'Expected a DaemonSet like the pattern, and both differ, the nearest here:',
      'DaemonSet/agents/b [line 33]',
      '!! spec.template.spec.hostIPC: (absent)',
      '!!   wanted: true',
    ));
  });

  test('knows the name that was meant', () => {
    expect(failureOf(() => manifestsOf(foreign()).hasResource('DaemonSet', { metadata: { name: 'agnet' } }))).toContain(
      'Hint: no DaemonSet has the name agnet; did you mean agent?',
    );
    expect(failureOf(() => manifestsOf(foreign()).hasResource('DaemonSet', { metadata: { name: 'logs' } }))).toContain(
      'Hint: no DaemonSet has the name logs; there are: agent',
    );
  });

  test('says what there is where there is nothing of the kind', () => {
    expect(failureOf(() => manifestsOf(foreign()).hasResource('Service', {}))).toBe(lines(
      'Expected a Service like the pattern, found none of the kind.',
      'Hint: there are: DaemonSet',
    ));
    expect(failureOf(() => Manifests.parse('').hasResource('Service', {}))).toContain('Hint: there are no objects at all');
  });

  test.each<[string, object, string]>([
    ['on the wrong level', { spec: { hostNetwork: true } }, 'hostNetwork stands at spec.template.spec.hostNetwork'],
    ['misspelt', { spec: { tempalte: { spec: {} } } }, 'spec has no tempalte; did you mean template?'],
    ['of another type', {
      spec: { template: { spec: { hostNetwork: 'true' } } },
    }, 'the manifest has the boolean true, the pattern the text "true"'],
    ['in another unit', { spec: { template: { spec: { containers: [{ resources: { requests: { cpu: '0.1' } } }] } } } },
      "100m and 0.1 are the same amount: use Match.quantity('0.1')"],
    ['of a list', {
      spec: { template: { spec: { containers: [{ name: 'agnet' }] } } },
    }, "no entry has the name 'agnet'; did you mean 'agent'?"],
    ['in part of a list', { spec: { template: { spec: { volumes: [{ name: 'b' }] } } } },
      'a list in a pattern stands for the whole list; Match.listWith([...]) asks for some of its entries, in any order'],
    ['in another order', {
      spec: { template: { spec: { volumes: [{ name: 'b' }, { name: 'a' }] } } },
    }, 'where the order does not matter, use Match.listWith([...])'],
  ])('hints at a field %s', (_, pattern, hint) => {
    const manifests = manifestsOf(foreign({
      pod: { hostNetwork: true, volumes: [{ name: 'a', emptyDir: {} }, { name: 'b', emptyDir: {} }] },
      container: { resources: { requests: { cpu: '100m' } } },
    }));
    expect(failureOf(() => manifests.hasResource('DaemonSet', pattern)).split('\n')).toContain(`Hint: ${hint}`);
  });
});

describe('hasNoResource', () => {
  test('holds where no object is like the pattern', () => {
    const manifests = Manifests.ofChart(platform());
    manifests.hasNoResource('DaemonSet', { spec: { template: { spec: { hostPID: true } } } });
    manifests.hasNoResource('Deployment');
  });

  test('shows the objects that are', () => {
    expect(failureOf(() => Manifests.ofChart(platform()).hasNoResource('DaemonSet', {
      spec: { template: { spec: { hostNetwork: true } } },
    }))).toBe(lines(
      'Expected no DaemonSet like the pattern, found 1 of 2:',
      '   DaemonSet/node-agents/metrics [platform/metrics/Resource]',
    ));
    expect(failureOf(() => manifestsOf(foreign()).hasNoResource('DaemonSet'))).toBe(lines(
      'Expected no DaemonSet, found 1:', '   DaemonSet/agents/agent [line 1]',
    ));
  });
});

describe('allResources', () => {
  test('holds where every object is like the pattern', () => {
    Manifests.ofChart(platform()).allResources('DaemonSet', {
      metadata: { namespace: 'node-agents' }, spec: { updateStrategy: { rollingUpdate: { maxUnavailable: '10%' } } },
    });
  });

  test('shows the first that is not, and counts the others', () => {
    const manifests = manifestsOf(foreign({ name: 'a', pod: { hostPID: true } }), foreign({ name: 'b' }), foreign({ name: 'c' }));
    expect(failureOf(() => manifests.allResources('DaemonSet', { spec: { template: { spec: { hostPID: true } } } }))).toBe(lines(
      'Expected every DaemonSet to be like the pattern, 2 of 3 differ, the first here:',
      'DaemonSet/agents/b [line 33]',
      '!! spec.template.spec.hostPID: (absent)',
      '!!   wanted: true',
      '   DaemonSet/agents/c [line 64]: 1 difference',
    ));
  });

  test('does not hold for nothing', () => {
    expect(failureOf(() => manifestsOf(foreign()).allResources('Job', {}))).toContain(
      'Expected every Job to be like the pattern, found none of the kind.',
    );
  });
});

describe('one object', () => {
  test('is found by its name, and by its namespace where two have the name', () => {
    const manifests = manifestsOf(foreign(), foreign({ metadata: { namespace: 'other' } }));
    expect(manifests.resource('DaemonSet', 'other/agent').metadata.namespace).toBe('other');
    expect(manifests.daemonSet('agents/agent').namespace).toBe('agents');
    expect(failureOf(() => manifests.resource('DaemonSet', 'agent'))).toBe(lines(
      'Expected one DaemonSet of the name agent, found 2.',
      '   DaemonSet/agents/agent [line 1]',
      '   DaemonSet/other/agent [line 32]',
      "Hint: say which of them: 'agents/agent', 'other/agent'",
    ));
  });

  test('knows the name that was meant, and the workload of another kind', () => {
    const manifests = manifestsOf(foreign(), { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'logs' } });
    expect(failureOf(() => manifests.resource('DaemonSet', 'agnet'))).toBe(lines(
      'Expected the DaemonSet agnet, found none of this name.', 'Hint: did you mean agent?',
    ));
    expect(failureOf(() => manifests.daemonSet('logs'))).toBe(lines(
      'Expected the DaemonSet logs, found none of this name.',
      'Hint: there are: agent',
      'Hint: there is a Deployment of this name',
    ));
    expect(failureOf(() => manifests.resource('Secret', 'a'))).toContain('Hint: there is no Secret; there are: DaemonSet, Deployment');
  });

  test('the only DaemonSet needs no name', () => {
    expect(manifestsOf(foreign()).daemonSet().name).toBe('agent');
    expect(failureOf(() => Manifests.ofChart(platform()).daemonSet())).toBe(lines(
      'Expected one DaemonSet, found 2.',
      '   DaemonSet/node-agents/logs [platform/logs/Resource]',
      '   DaemonSet/node-agents/metrics [platform/metrics/Resource]',
      "Hint: say which of them: 'logs', 'metrics'",
    ));
    expect(failureOf(() => Manifests.parse('').daemonSet())).toBe(lines(
      'Expected one DaemonSet, found 0.', 'Hint: there are no objects at all',
    ));
  });

  test('a DaemonSet that Kubernetes cannot read is reported, and the others are not hurt', () => {
    const manifests = manifestsOf(foreign({ name: 'broken', pod: { volumes: 'none' } }), foreign());
    expect(failureOf(() => manifests.daemonSet('broken'))).toBe(lines(
      'Expected DaemonSet agents/broken to be an object that Kubernetes can read, and a field of it has the wrong type:',
      'DaemonSet/agents/broken [line 1]',
      "!! spec.template.spec.volumes: 'none'",
      '!!   wanted: list of Volume',
    ));
    expect(failureOf(() => manifests.hasNoFindings())).toContain("!! spec.template.spec.volumes: 'none' (");
    expect(manifests.daemonSet('agent').hostPaths()).toEqual([]);
    manifests.hasResource('DaemonSet', { metadata: { name: 'broken' } });
  });
});

describe('charts', () => {
  test('name the construct of each object, also where a patch gave it another name', () => {
    const chart = testChart('platform');
    new NodeAgent(chart, 'a', { image: 'example.com/agent:1.0.0' }).apiObject.addJsonPatch(JsonPatch.replace('/metadata/name', 'renamed'));
    new ApiObject(chart, 'mine', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'mine' } });
    const manifests = Manifests.ofChart(chart);
    expect(manifests.daemonSet('renamed').constructPath).toBe('platform/a/Resource');
    expect(failureOf(() => manifests.hasResource('ConfigMap', { data: {} }))).toContain('ConfigMap/node-agents/mine [platform/mine]');
  });

  test('errors of the app are thrown as synth throws them', () => {
    const chart = testChart('platform');
    ['a', 'b'].forEach(id => new NodeAgent(chart, id, { image: 'example.com/agent:1.0.0', name: 'same' }));
    expect(() => Manifests.ofChart(chart)).toThrow('name-collision');
  });

  test('what goes to two clusters never meets', () => {
    const app = new App({ outdir: 'test-reports/never-written' });
    const port = { name: 'web', containerPort: 80, hostPort: 8080 };
    const pod = (name: string) => ({
      selector: { matchLabels: { app: name } },
      template: { metadata: { labels: { app: name } }, spec: { containers: [{ name: 'a', image: 'a:1', ports: [port] }] } },
    });
    const charts = ['one', 'two'].map(id => {
      const chart = new Chart(app, id, { namespace: 'agents' });
      new ApiObject(chart, 'agent', { apiVersion: 'apps/v1', kind: 'DaemonSet', metadata: { name: `agent-${id}` }, spec: pod(id) });
      return chart;
    });
    expect(failureOf(() => Manifests.ofApp(app).hasNoHostPortConflicts())).toContain('port 8080/TCP of nodes that both may run on');
    charts.forEach(chart => TargetCluster.configure(chart, {}));
    Manifests.ofApp(app).hasNoHostPortConflicts();
  });
});

test('the stack of a failure begins in the test', () => {
  try {
    manifestsOf(foreign()).hasResource('DaemonSet', { spec: { minReadySeconds: 3 } });
  } catch (error) {
    expect((error as Error).stack!.split('\n').find(line => line.includes(' at '))).toContain('manifests.test.ts');
    return;
  }
  throw new Error('it holds');
});
