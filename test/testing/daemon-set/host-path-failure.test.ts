import type { DaemonSetView } from '../../../src/testing/daemon-set-view';
import { Manifests } from '../../../src/testing/manifests';
import { failureOf, foreign, lines, manifestsOf, platform, placesOf } from '../support';

const logs = (): DaemonSetView => Manifests.ofChart(platform()).daemonSet('logs');

describe('paths of the node', () => {
  const pod = {
    volumes: [
      { name: 'root', hostPath: { path: '/' } }, { name: 'run', hostPath: { path: '/var/run/', type: 'Directory' } },
      { name: 'unused', hostPath: { path: '/opt' } },
      { name: 'scratch', emptyDir: {} },
    ],
    initContainers: [{ name: 'setup', image: 'a:1', volumeMounts: [{ name: 'root', mountPath: '/host', subPath: 'etc' }] }],
  };
  const container = {
    volumeMounts: [
      { name: 'root', mountPath: '/host', readOnly: true, mountPropagation: 'HostToContainer' }, { name: 'run', mountPath: '/run' },
      { name: 'scratch', mountPath: '/tmp' },
    ],
  };
  const agent = (): DaemonSetView => manifestsOf(foreign({ pod, container })).daemonSet();

  test('are listed, those that can be written by themselves', () => {
    expect(logs().hostPaths()).toEqual(['/var/lib/node-agents/node-agents.logs', '/var/log']);
    expect(logs().writableHostPaths()).toEqual(['/var/lib/node-agents/node-agents.logs']);
    expect(agent().hostPaths()).toEqual(['/', '/opt', '/var/run']);
    expect(agent().writableHostPaths()).toEqual(['/etc', '/var/run']);
  });

  test('are mounted as options say', () => {
    agent().mountsHostPath('/', { readOnly: true, propagation: 'HostToContainer', mountPath: '/host', container: 'agent', type: '' });
    agent().mountsHostPath('/run', { readOnly: false, propagation: 'None', type: 'Directory' });
    agent().mountsHostPath('/etc', { container: 'setup' });
  });

  test('that are mounted in another way are shown', () => {
    expect(placesOf(() => logs().mountsHostPath('/var/log', {
      readOnly: false, propagation: 'HostToContainer', type: '', mountPath: '/logs',
    }))).toBe(lines(
      'DaemonSet/node-agents/logs [platform/logs/Resource]',
      '   spec.template.spec:',
      '     containers[name=fluent-bit].volumeMounts[mountPath=/var/log]:',
      '!!     readOnly: true',
      '!!       wanted: false',
      '!!     mountPropagation: (absent)',
      '!!       wanted: HostToContainer',
      '!!     mountPath: /var/log',
      '!!       wanted: /logs',
      '!!   volumes[name=var-log].hostPath.type: Directory',
      '!!     wanted: nothing here',
    ));
  });

  test.each<[string, string, object, string]>([
    ['above', '/etc/passwd', {}, '/etc/passwd is seen through the mount of /; assert that path'],
    ['of a volume that nobody mounts', '/opt', {}, 'there is a volume of /opt, and no container mounts it'],
    ['of another container', '/etc', { container: 'agent' }, 'it is mounted by setup'],
  ])('that are those %s are reported', (_, path, options, hint) => {
    expect(failureOf(() => agent().mountsHostPath(path, options)).split('\n').at(-1)).toBe(`Hint: ${hint}`);
  });

  test.each<[string, string, string]>([
    [
      'in the container', '/var/lib/fluent-bit',
      '/var/lib/fluent-bit is the path in the container fluent-bit; on the node it is /var/lib/node-agents/node-agents.logs',
    ],
    ['misspelt', '/var/lgo', 'did you mean /var/log?'],
    ['not there', '/sys', 'paths of the node that it asks for: /var/lib/node-agents/node-agents.logs, /var/log'],
  ])('that are %s are reported', (_, path, hint) => {
    expect(failureOf(() => logs().mountsHostPath(path)).split('\n').at(-1)).toBe(`Hint: ${hint}`);
  });
});
