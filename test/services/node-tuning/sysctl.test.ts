import * as fc from 'fast-check';
import { Sysctl } from '../../../src';
import { reading } from '../../support/refused';
import { runs } from '../../support/runs';

test('common parameters have factories', () => {
  expect([
    Sysctl.maxMapCount(262144), Sysctl.inotifyInstances(8192), Sysctl.inotifyWatches(524288),
  ].map(({ name, value }) => `${name}=${value}`))
    .toEqual(['vm.max_map_count=262144', 'fs.inotify.max_user_instances=8192', 'fs.inotify.max_user_watches=524288']);
});

test('numbers have one space between them, as the kernel is read', () => {
  expect(Sysctl.of('net.ipv4.tcp_rmem', ' 4096\t87380  6291456 ').value).toBe('4096 87380 6291456');
});

test.each<[string, () => unknown]>([
  ['a name without a dot', () => Sysctl.of('swappiness', '1')],
  ['a name in capitals', () => Sysctl.of('VM.swappiness', '1')],
  ['a way out of /proc/sys', () => Sysctl.of('vm/../../etc', '1')],
  ['shared memory, which each pod has', () => Sysctl.of('kernel.shmmax', '1')],
  ['message queues, which each pod has', () => Sysctl.of('fs/mqueue/msg_max', '1')],
  ['a host name', () => Sysctl.of('kernel.hostname', 'node')],
  ['no value', () => Sysctl.of('vm.swappiness', ' ')],
  ['two lines', () => Sysctl.of('kernel.core_pattern', 'core\ncore')],
  ['a variable of Kubernetes', () => Sysctl.of('kernel.core_pattern', '$(NAME)')],
  ['a word for a number', () => Sysctl.of('vm.max_map_count', 'many')],
  ['a fraction', () => Sysctl.maxMapCount(1.5)],
  ['a number below zero', () => Sysctl.inotifyInstances(-1)],
  ['more than the kernel takes', () => Sysctl.of('vm.swappiness', '201')],
])('%s is refused', (_, make) => {
  expect(reading(make)).toThrow(/^invalid-sysctl: [^]*; given: [^]*; fix: /);
});

test('every whole number of a range is taken, and what is outside is not', () => {
  fc.assert(fc.property(fc.integer({ min: -1000, max: 6_000_000 }), value => {
    const take = reading(() => Sysctl.of('kernel.pid_max', String(value)));
    if (value >= 301 && value <= 4_194_304) {take();} else {expect(take).toThrow('invalid-sysctl');}
  }), { numRuns: runs(100) });
});
