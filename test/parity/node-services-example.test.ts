import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { expectParity, Parity } from './parity';

const ROOT = join(__dirname, '..', '..');
const EXAMPLE = join(ROOT, 'examples', 'node-services');
const TERM = 'node term eks.amazonaws.com/compute-type NotIn fargate and type NotIn virtual-kubelet';

const objectsOf = (name: string): any[] => parseAllDocuments(readFileSync(join(EXAMPLE, 'expected', `${name}.k8s.yaml`), 'utf8')).map(
  document => document.toJS(),
);

/** What the library does for every agent. */
const EVERYWHERE: Parity['because'] = {
  'Windows runs neither, and Fargate and virtual-kubelet run no pod of a DaemonSet': ['node selector kubernetes.io/os', TERM],
  'one node at a time takes hours in a large cluster': ['strategy'],
  'what watches a node must not be evicted first': ['priorityClassName'],
  'the hash is ours': ['pod annotation checksum/*'],
};

test.each(['falco', 'tetragon'])('the guide to %s has the text of the example', name => {
  expect(readFileSync(join(ROOT, 'docs', 'guides', `${name}.md`), 'utf8')).toContain(readFileSync(join(EXAMPLE, `${name}.ts`), 'utf8'));
});

test('Falco of its chart', () => {
  const falco = (...things: string[]) => things.map(thing => `container falco, ${thing}`);
  expectParity({
    facts: 'falco-chart',
    objects: objectsOf('falco'),
    because: {
      ...EVERYWHERE,
      'rules and plugins are those of the image, so that a node runs what was reviewed': [
        'container falcoctl-artifact-follow,*', 'init container falcoctl-artifact-install,*',
        ...falco('mount /etc/falco', 'mount /usr/share/falco/plugins', 'mount /root/.falco'),
      ],
      'the configuration of the image stays, and what differs stands next to it': falco(
        'mount /etc/falco/falco.yaml', 'mount /etc/falco/config.d/cluster.yaml', 'words',
      ),
      'a socket that is mounted is stale as soon as its owner starts again, and one runtime is there': falco(
        'mount /host/run/*', 'mount /host/var/run/docker.sock',
      ),
      'nothing of the node is written, and what is no directory is refused': falco(
        'mount /host/etc', 'mount /host/proc', 'mount /sys/kernel',
      ),
      'the API server is not asked for anything': ['token'],
      'AppArmor has a field': [...falco('AppArmor'), 'pod annotation container.apparmor.security.beta.kubernetes.io/falco'],
      'capabilities that it does not ask for are dropped': falco('capability ALL dropped', 'privilege escalation', 'user'),
      'the seccomp profile is named': falco('seccomp'),
      'metrics have a port with a name, and a Service that names the addresses': [...falco('port 8765/TCP'), 'Service port 8765'],
      'a throttled agent loses events, and the quantity is in its canonical form': falco('limits cpu', 'limits memory'),
      'a restart loses events: it waits longer': falco('liveness probe', 'startup probe'),
      'it watches every node, the tainted ones too': ['toleration *'],
    },
  });
});

test('Tetragon of its chart', () => {
  const tetragon = (...things: string[]) => things.map(thing => `container tetragon, ${thing}`);
  const stdout = (...things: string[]) => things.map(thing => `container export-stdout, ${thing}`);
  expectParity({
    facts: 'tetragon-chart',
    objects: objectsOf('tetragon'),
    because: {
      ...EVERYWHERE,
      'the operator is a workload of its own': ['Service port 2113'],
      'metrics have a port with a name, and a Service that costs nothing': [
        ...tetragon('port 2112/TCP', 'port 6789/TCP'), 'Service port 2112',
      ],
      'the container that writes to standard output reads one file': stdout(
        'capability ALL dropped', 'mount /var/log/tetragon', 'privilege escalation', 'root file system', 'seccomp', 'user',
      ),
      'a pod without requests is evicted first': [...tetragon('requests *', 'limits memory'), ...stdout('requests *', 'limits memory')],
      'a probe that may take a minute is not asked every ten seconds': tetragon('liveness probe'),
      'a path ends without a slash': tetragon('mount /etc/tetragon/tetragon.conf.d*'),
      'nothing of /proc is written, and what is no directory is refused': tetragon('mount /procRoot', 'mount /sys/fs/bpf'),
      'it is for clusters with Cilium': tetragon('mount /var/run/cilium'),
      'the token has a limited life, and only its container has it': [
        ...tetragon('mount /var/run/secrets/kubernetes.io/serviceaccount'), 'token',
      ],
      'pod information is off, so nobody reads it': ['may get podinfo*', 'may list podinfo*', 'may watch podinfo*'],
      'the seccomp profile is named for all containers': tetragon('seccomp'),
      'the container that reads its log gets the last events': ['terminationGracePeriodSeconds'],
    },
  });
});
