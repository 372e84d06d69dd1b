import { foreign, lines, manifestsOf, platform, placesOf } from './support';
import type { DaemonSetView } from '../../src/testing/daemon-set-view';
import { Manifests } from '../../src/testing/manifests';
import { Match } from '../../src/testing/match';

const logs = (): DaemonSetView => Manifests.ofChart(platform()).daemonSet('logs');
const metrics = (): DaemonSetView => Manifests.ofChart(platform()).daemonSet('metrics');

test('a DaemonSet says what it is', () => {
  expect(logs()).toMatchObject({ name: 'logs', namespace: 'node-agents', constructPath: 'platform/logs/Resource' });
  const yaml = manifestsOf(foreign({ metadata: { namespace: undefined } })).daemonSet();
  expect([yaml.namespace, yaml.constructPath, yaml.manifest.kind]).toEqual([undefined, undefined, 'DaemonSet']);
});

test('isLike holds a pattern against it', () => {
  logs().isLike({ spec: { template: { spec: { containers: [{ image: Match.regexp('fluent-bit:') }] } } } });
  expect(placesOf(() => logs().isLike({ spec: { minReadySeconds: 5 } }))).toBe(lines(
    'DaemonSet/node-agents/logs [platform/logs/Resource]',
    '!! spec.minReadySeconds: (absent)',
    '!!   wanted: 5',
  ));
});

test('rights beyond the least are listed', () => {
  expect(logs().rights()).toEqual(['root (fluent-bit)']);
  expect(metrics().rights()).toEqual(['hostNetwork']);
});
