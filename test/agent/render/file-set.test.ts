import * as fc from 'fast-check';
import { AgentFile, ContainerSecurity, NodeAgentProps } from '../../../src';
import { objectOf, testChart } from '../../support/golden';
import { refusal } from '../../support/refusal';
import { runs } from '../../support/runs';
import { makeAgent, problemsOf } from '../make-agent';

interface Written {
  readonly config: any;
  readonly pod: any;
  readonly annotations: any;
}

function write(props: Partial<NodeAgentProps>): Written {
  const chart = testChart();
  makeAgent(props, chart);
  const { metadata, spec } = objectOf(chart, 'DaemonSet').spec.template;
  return { config: objectOf(chart, 'ConfigMap'), pod: spec, annotations: metadata.annotations };
}

const main = AgentFile.text('/etc/agent/main.conf', 'a: 1\n');
const other = { name: 'other', image: 'a:1' };

test('files become one ConfigMap, mounted a directory at a time, read-only', () => {
  const {
    config, pod,
  } = write({ files: [main, AgentFile.text('/etc/agent/b.conf', ''), AgentFile.binary('/opt/agent/tool', 'AAE=', { mode: 0o755 })] });
  expect(config).toMatchObject({
    metadata: { name: 'agent-config' }, data: { 'main.conf': 'a: 1\n', 'b.conf': '' }, binaryData: { tool: 'AAE=' },
  });
  expect(pod.volumes).toEqual([
    {
      name: 'files-etc-agent', configMap: {
        name: 'agent-config', items: [{ key: 'b.conf', path: 'b.conf' }, { key: 'main.conf', path: 'main.conf' }],
      },
    },
    { name: 'files-opt-agent', configMap: { name: 'agent-config', items: [{ key: 'tool', path: 'tool', mode: 0o755 }] } },
  ]);
  expect(pod.containers[0].volumeMounts).toEqual([
    { name: 'files-etc-agent', mountPath: '/etc/agent', readOnly: true },
    { name: 'files-opt-agent', mountPath: '/opt/agent', readOnly: true },
  ]);
});

test('without files there is neither a ConfigMap nor a hash', () => {
  const { config, annotations } = write({});
  expect([config, annotations]).toEqual([undefined, undefined]);
});

test('files of the cluster need no ConfigMap of the agent', () => {
  const {
    config, pod, annotations,
  } = write({
    files: [AgentFile.secret('/creds/token', 'creds', 'token', { mode: 0o400, optional: true })], securityContext: ContainerSecurity.none(),
  });
  expect([config, annotations]).toEqual([undefined, undefined]);
  expect(pod.volumes).toEqual([
    { name: 'files-creds', secret: { secretName: 'creds', items: [{ key: 'token', path: 'token', mode: 0o400 }], optional: true } },
  ]);
});

test('files from several places in one directory are one projected volume, in a fixed order', () => {
  const files = [AgentFile.secret('/etc/agent/token', 'creds', 'token'), main, AgentFile.configMap('/etc/agent/url', 'settings', 'url')];
  const volumes = write({ files }).pod.volumes;
  expect(volumes).toEqual([{
    name: 'files-etc-agent',
    projected: {
      sources: [
        { configMap: { name: 'agent-config', items: [{ key: 'main.conf', path: 'main.conf' }] } },
        { configMap: { name: 'settings', items: [{ key: 'url', path: 'url' }] } },
        { secret: { name: 'creds', items: [{ key: 'token', path: 'token' }] } },
      ],
    },
  }]);
  expect(write({ files: [...files].reverse() }).pod.volumes).toEqual(volumes);
});

test('a single file is mounted beside what the image has in the directory', () => {
  const { pod } = write({ files: [AgentFile.text('/etc/hosts', 'x', { single: true })] });
  expect(pod.containers[0].volumeMounts).toEqual([{ name: 'files-etc-hosts', mountPath: '/etc/hosts', readOnly: true, subPath: 'hosts' }]);
});

test('containers that have the same files share a volume; others have their own', () => {
  const same = write({ files: [main], containers: [{ ...other, files: [AgentFile.text('/etc/agent/main.conf', 'a: 1\n')] }] });
  expect(same.pod.volumes).toHaveLength(1);
  expect(Object.keys(same.config.data)).toEqual(['main.conf']);
  const different = write({ files: [main], containers: [{ ...other, files: [AgentFile.text('/etc/agent/main.conf', 'a: 2\n')] }] });
  expect(
    different.pod.volumes.map((volume: any) => volume.configMap.items[0].key).sort(),
  ).toEqual(['agent.etc.agent.main.conf', 'other.etc.agent.main.conf']);
  expect(different.config.data).toEqual({ 'agent.etc.agent.main.conf': 'a: 1\n', 'other.etc.agent.main.conf': 'a: 2\n' });
});

test('files of one name are kept apart by their paths', () => {
  expect(
    write({ files: [AgentFile.text('/a/x', '1'), AgentFile.text('/b/x', '2'), AgentFile.text('/b/y', '3')] }).config.data,
  ).toEqual({ 'a.x': '1', 'b.x': '2', 'y': '3' });
});

test('paths of Windows are split as Windows does', () => {
  const { config, pod } = write({ files: [AgentFile.text('C:\\agent\\a.conf', '1'), AgentFile.text('C:\\other\\a.conf', '2')] });
  expect(Object.keys(config.data)).toEqual(['C.agent.a.conf', 'C.other.a.conf']);
  expect(pod.containers[0].volumeMounts.map((mount: any) => mount.mountPath)).toEqual(['C:\\agent', 'C:\\other']);
});

test('the hash of the files is on the pods, changes with a text and with nothing else, and is the user\'s to set or switch off', () => {
  const hashOf = (props: Partial<NodeAgentProps>) => write(props).annotations?.['checksum/config'];
  const hash = hashOf({ files: [main] });
  expect(hash).toMatch(/^[0-9a-f]{16}$/);
  expect(hashOf({ files: [AgentFile.text('/etc/agent/main.conf', 'a: 2\n')] })).not.toBe(hash);
  expect(hashOf({ files: [AgentFile.text('/elsewhere/main.conf', 'a: 1\r\n')], podAnnotations: { more: 'x' }, priority: undefined })).toBe(
    hash,
  );
  expect(hashOf({ files: [main], podAnnotations: { 'checksum/config': 'mine' } })).toBe('mine');
  expect(hashOf({ files: [main], rollOnFileChange: false })).toBeUndefined();
});

test('a text is produced as late as anything that it may speak of', () => {
  const chart = testChart();
  let text = 'early';
  const agent = makeAgent({ files: [AgentFile.produced('/etc/agent/a', { text: () => text })] }, chart);
  text = 'late';
  agent.container.addArgs('--verbose');
  expect(objectOf(chart, 'ConfigMap').data).toEqual({ a: 'late' });
});

const directory = fc.constantFrom('/a', '/a.b', '/b', '/a/b', '/a b', '/..x', `/${'d'.repeat(250)}`, '/a/b.c', '/a.b/c');
const fileName = fc.constantFrom('x', 'b.x', 'a.b.x', 'c.x', 'y');

test('whatever the paths, each container finds under each of them the very text that was given', () => {
  const files = fc.uniqueArray(fc.tuple(directory, fileName, fc.nat({ max: 3 }), fc.boolean()), {
    maxLength: 5, selector: ([folder, name]) => `${folder}/${name}`,
  });
  fc.assert(fc.property(files, files, (own, others) => {
    const make = (list: typeof own) =>
      list.map(([folder, name, text, single]) => AgentFile.text(`${folder}/${name}`, String(text), { single }));
    const { config, pod } = write({ files: make(own), containers: [{ ...other, files: make(others) }] });
    [own, others].forEach((list, index) => {
      for (const [folder, name, text, single] of list) {
        const mount = pod.containers[index].volumeMounts.find((each: any) => each.mountPath === (single ? `${folder}/${name}` : folder));
        const item = pod.volumes.find((volume: any) => volume.name === mount.name).configMap.items.find((each: any) => each.path === name);
        expect(config.data[item.key]).toBe(String(text));
        expect(item.key).toMatch(/^(?!\.\.)[-._a-zA-Z0-9]{1,253}$/);
      }
    });
  }), { numRuns: runs(50) });
});

test('directories that differ in a dot alone keep their texts apart, in several containers too', () => {
  const make = (...texts: string[]) => ['/a.b', '/a/b'].map((folder, index) => AgentFile.text(`${folder}/x`, texts[index]));
  const { config } = write({ files: make('0', '0'), containers: [{ ...other, files: make('1', '2') }] });
  expect(Object.values(config.data).sort()).toEqual(['0', '1', '2']);
});

describe('fails', () => {
  test.each([
    ['/etc', '/etc/agent.conf'], ['/', '/agent.conf'],
  ])('for files that would hide %s of the image', (_, path) => {
    expect(problemsOf({ files: [AgentFile.text(path, '')] })).toEqual([
      refusal('file-hides-directory', { given: path, names: ['agent'] }),
    ]);
  });

  test('for two files at one path', () => {
    expect(problemsOf({ files: [main, AgentFile.text('/etc/agent/main.conf', 'a: 2\n')] })[0]).toEqual(
      refusal('conflicting-mount', { given: '/etc/agent/main.conf', names: ['agent'] }));
  });

  test('for more than a ConfigMap takes', () => {
    const files = [AgentFile.text('/etc/agent/a', 'ä'.repeat(400_000)), AgentFile.binary('/etc/agent/b', 'AAAA'.repeat(90_000))];
    expect(problemsOf({ files })).toEqual([
      refusal('files-too-large', { given: '1070000 bytes', allowed: '1048576 bytes', names: ['ConfigMap'] }),
    ]);
  });
});

test('no two files share a key, however they are named', () => {
  const { config } = write({
    files: [AgentFile.text('/etc/x/conf', '1'), AgentFile.text('/etc/y/agent.etc.x.conf', '3')],
    containers: [{ ...other, files: [AgentFile.text('/etc/x/conf', '2')] }],
  });
  expect(Object.values(config.data).sort()).toEqual(['1', '2', '3']);
});
