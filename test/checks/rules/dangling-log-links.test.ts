import { foundBy } from './found-by';
import { daemonSet } from '../../../src/checks/example';
import { danglingLogLinks } from '../../../src/checks/rules/dangling-log-links';
import type { Wire } from '../../../src/private/wire';

const volumes = (...paths: Wire[]) => paths.map((hostPath, index) => ({ name: `v${index}`, hostPath }));
const logs = (...mounts: [path: string, at: string][]) => daemonSet(
  { volumes: volumes(...mounts.map(([path]) => ({ path }))) },
  { volumeMounts: mounts.map(([, mountPath], index) => ({ name: `v${index}`, mountPath })) },
);

test.each<[[string, string][], number]>([
  [[['/var/log/containers', '/var/log/containers']], 1],
  [[['/var/log/containers', '/var/log/containers'], ['/var/log/pods', '/var/log/pods']], 0], [[['/var/log', '/var/log']], 0],
  [[['/var/log/containers', '/logs'], ['/var/log', '/var/log/']], 0], [[['/var/log/containers', '/logs'], ['/var/log/pods', '/pods']], 1],
  [[['/var/log/containers/', '/var/log/containers'], ['/var', '/var']], 0],
  [[['/var/log/pods', '/var/log/pods']], 0],
])('links to logs in mounts %j', (mounts, count) => {
  expect(foundBy(danglingLogLinks, logs(...mounts))).toHaveLength(count);
});

test('each container needs the files itself', () => {
  const agent = logs(['/var/log/containers', '/var/log/containers'], ['/var/log/pods', '/var/log/pods']);
  agent.spec.template.spec.containers.push({ name: 'other', volumeMounts: [{ name: 'v0', mountPath: '/var/log/containers' }] });
  expect(foundBy(danglingLogLinks, agent)).toEqual(['error agent containers[1].volumeMounts[0] (/var/log/containers)']);
});
