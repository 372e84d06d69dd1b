import { Chart, YamlOutputType } from 'cdk8s';
import { cluster } from './apps';
import { filesIn, writtenBy } from './written-files';
import { FleetApp, FleetShard, NodeAgent } from '../../src';
import { messageOf } from '../agent/make-agent';

const NAMES = Array.from({ length: 16 }, (_, index) => `${index % 2 === 0 ? 'eu' : 'us'}-${index}`);

function fleet(outdir: string, shard: FleetShard, isSkipping: boolean, yamlOutputType?: YamlOutputType): void {
  const app = new FleetApp({ outdir, shard, yamlOutputType });
  for (const name of NAMES) {
    if (!isSkipping || app.isInShard(name)) {cluster(app, name);}
  }
  app.synth();
}

const TYPES: Array<[
  YamlOutputType, number,
]> = [[YamlOutputType.FILE_PER_CHART, 10], [YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE, 3]];

test.each(TYPES)('all shards write together what the whole fleet is, as %s, of %d', (type, total) => {
  const whole = writtenBy(outdir => fleet(outdir, FleetShard.whole(), false, type));
  // whether or not the program leaves the other clusters out
  for (const isSkipping of [true, false]) {
    const parts = Array.from({ length: total }, (_, index) => writtenBy(outdir => fleet(
      outdir, FleetShard.of(index + 1, total), isSkipping, type,
    )));
    const names = parts.flatMap(part => Object.keys(part));
    expect(new Set(names).size).toBe(names.length);
    expect(Object.assign({}, ...parts)).toEqual(whole);
  }
});

test('charts that depend on each other keep their numbers in every shard', () => {
  const make = (shard: FleetShard) => writtenBy(outdir => {
    const app = new FleetApp({ outdir, shard });
    const charts = NAMES.slice(0, 8).map(name => cluster(app, name));
    charts[0].addDependency(charts[7]);
    app.synth();
  });
  const parts = [1, 2, 3].map(index => make(FleetShard.of(index, 3)));
  expect(Object.assign({}, ...parts)).toEqual(make(FleetShard.whole()));
});

test('a cluster that is left out cannot be counted: charts that depend on each other are refused then', () => {
  const app = new FleetApp({ shard: FleetShard.of(1, 2) });
  const charts = NAMES.filter(name => app.isInShard(name)).map(name => cluster(app, name));
  charts[0].addDependency(charts[1]);
  expect(messageOf(() => app.synth())).toMatch(/^invalid-shard: /);
});

test('one file for all cannot be written in parts', () => {
  const app = new FleetApp({ shard: FleetShard.of(1, 2), yamlOutputType: YamlOutputType.FILE_PER_APP });
  expect(messageOf(() => app.synth())).toMatch(/^invalid-shard: /);
});

test('the same cluster is in the same shard when clusters are added, and shards are of about one size', () => {
  const names = Array.from({ length: 10_000 }, (_, index) => `cluster-${index}`);
  const shards = Array.from({ length: 10 }, (_, index) => FleetShard.of(index + 1, 10));
  const sizes = shards.map(shard => names.filter(name => shard.includes(name)).length);
  expect(sizes.reduce((a, b) => a + b)).toBe(names.length);
  sizes.forEach(size => expect(Math.abs(size - 1000)).toBeLessThan(120));
  expect(['eu-1', 'eu-2', 'us-1', 'é'].map(name => shards.findIndex(shard => shard.includes(name)) + 1)).toEqual([5, 3, 4, 9]);
});

test('a mistake in another shard stops that shard alone', () => {
  const wrong = NAMES[0];
  const results = [1, 2].map(index => {
    const shard = FleetShard.of(index, 2);
    const app = new FleetApp({ shard });
    for (const name of NAMES.slice(0, 6)) {
      new NodeAgent(new Chart(app, name), 'agent', { image: 'a:1', name: 'a', overrides: name === wrong ? { imagee: 'x' } : {} });
    }
    return [shard.includes(wrong), attempt(() => app.synthYaml())];
  });
  results.forEach(([isWrong, isWritten]) => expect(isWritten).toBe(!isWrong));
});

function attempt(act: () => unknown): boolean {
  try {
    act();
    return true;
  } catch {
    return false;
  }
}

test.each([[0, 1], [2, 1], [1.5, 2], [-1, 3]])('%p of %p is no part', (index, total) => {
  expect(messageOf(() => FleetShard.of(index, total))).toMatch(/^invalid-shard: /);
});

test.each(['', '1', '0/3', '4/3', '1/3/5', '01/3', 'a/b', ' 1/3'])('%p is no part', text => {
  expect(messageOf(() => FleetShard.parse(text))).toMatch(/^invalid-shard: /);
});

test('files of other shards are left where they are', () => {
  writtenBy(outdir => {
    fleet(outdir, FleetShard.of(1, 2), true);
    const before = Object.keys(filesIn(outdir));
    fleet(outdir, FleetShard.of(2, 2), true);
    expect(before.length).toBeGreaterThan(0);
    expect(Object.keys(filesIn(outdir))).toEqual(expect.arrayContaining(before));
  });
});
