import { Duration } from 'cdk8s';
import { Exporter, MetricsExporter, NameFilter, NodeCardinality, NodeCollectors, NodeExporterOptions } from '../../../src';
import { objectOf, testChart } from '../../support/golden';
import { reading } from '../../support/refused';

function argsOf(options: NodeExporterOptions): string[] {
  const chart = testChart();
  new MetricsExporter(chart, 'metrics', { exporter: Exporter.nodeExporter(options) });
  return objectOf(chart, 'DaemonSet').spec.template.spec.containers[0].args;
}

const typesExcluded = (options: NodeExporterOptions) => argsOf(options).find(arg => arg.startsWith(
  '--collector.filesystem.fs-types-exclude=',
));

test('standard is what is written where nothing is said', () => {
  expect(argsOf({ cardinality: NodeCardinality.STANDARD })).toEqual(argsOf({}));
});

test('minimal runs the essential collectors, and drops guests, the exporter itself, and file systems in memory and on the network', () => {
  const args = argsOf({ cardinality: NodeCardinality.MINIMAL });
  expect(args).toEqual(expect.arrayContaining([
    '--collector.disable-defaults', '--no-collector.cpu.guest', '--web.disable-exporter-metrics',
  ]));
  const pattern = new RegExp(typesExcluded({ cardinality: NodeCardinality.MINIMAL })!.replace(/^[^=]+=/, ''));
  for (const type of ['nfs', 'nfs4', 'cifs', 'ceph', 'fuse.sshfs', 'tmpfs', 'proc']) {expect(type).toMatch(pattern);}
  for (const type of ['ext4', 'xfs', 'btrfs', 'zfs', 'fuseblk', 'vfat']) {expect(type).not.toMatch(pattern);}
});

test('full leaves everything to the exporter', () => {
  expect(argsOf({ cardinality: NodeCardinality.FULL }).filter(arg => arg.includes('--collector') || arg.startsWith('--no-'))).toEqual([]);
});

test('what is said of collectors and filters wins over the cardinality', () => {
  const args = argsOf({
    cardinality: NodeCardinality.MINIMAL, collectors: NodeCollectors.upstream(), filesystemTypes: NameFilter.excluding(['tmpfs']),
  });
  expect(args).not.toContain('--collector.disable-defaults');
  expect(args).toContain('--collector.filesystem.fs-types-exclude=^(tmpfs)$');
  expect(argsOf({ cardinality: NodeCardinality.FULL, mountPoints: NameFilter.excludingAlso([]) }).join(' ')).toContain(
    'mount-points-exclude=^(/dev|',
  );
});

test('file systems on the network can be left out by themselves, and mounts have a time to answer', () => {
  expect(typesExcluded({})).toBeUndefined();
  expect(typesExcluded({ networkFilesystems: false })).toMatch(/\|nfs4\?\|.*\)\$$/);
  expect(typesExcluded({ networkFilesystems: false })).not.toContain('|tmpfs');
  expect(typesExcluded({ cardinality: NodeCardinality.MINIMAL, networkFilesystems: true })).not.toContain('nfs4');
  expect(argsOf({ mountTimeout: Duration.seconds(2) })).toContain('--collector.filesystem.mount-timeout=2s');
});

test('half a second is no time for a mount', () => {
  expect(reading(() => Exporter.nodeExporter({ mountTimeout: Duration.millis(500) }))).toThrow(/^invalid-duration: /);
});
