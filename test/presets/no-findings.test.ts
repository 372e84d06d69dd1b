import { App, Chart, Testing } from 'cdk8s';
import {
  Checks, Cni, CsiDriver, DevicePluginDriver, Exporter, LogCollector, NodeAgent, TargetCluster,
} from '../../src';
import { checkManifests } from '../../src/checks/check-manifests';
import { entriesOf } from '../../src/private/entry';
import { SAMPLES } from '../support/samples';

/** Agents that presets make: what `NodeAgent` itself writes follows from its options. */
const PRESETS = SAMPLES.flatMap((sample, index): Array<[
  number, (chart: Chart) => void,
]> => (madeBy(sample).node.children.some(child => child.constructor === NodeAgent)
  ? [] : [[index, sample]]));

function madeBy(sample: (chart: Chart) => void): Chart {
  const chart = new Chart(new App(), 'chart', { namespace: 'agents' });
  sample(chart);
  return chart;
}

test.each(PRESETS)('preset %d causes no finding, in the tree and in its YAML', (_, sample) => {
  const chart = madeBy(sample);
  expect(Checks.of(chart).findings.filter(({ acknowledged }) => acknowledged === undefined)).toEqual([]);
  const { kubernetesVersion: { minor }, _facts: platform } = TargetCluster.of(chart);
  const inYaml = checkManifests(Testing.synth(chart).flatMap((object: any) => entriesOf(object)), { minor, ...platform && { platform } });
  expect(inYaml.filter(({ acknowledged }) => acknowledged === undefined)
    .map(({ code, about, path }) => `${code} ${about.kind} ${about.name} ${path}`)).toEqual([]);
});

/** What users describe themselves, and what stands where nothing is chosen. */
const NOT_CHOSEN = ['of', 'fluentBit', 'nodeExporter'];

test.each<[string, object]>([
  ['Cni', Cni], ['CsiDriver', CsiDriver], ['DevicePluginDriver', DevicePluginDriver], ['Exporter', Exporter],
  ['LogCollector', LogCollector],
])('every factory of %s is among them', (_, type) => {
  const members = type as { [factory: string]: any };
  const factories = Object.getOwnPropertyNames(type).filter(member => typeof members[member] === 'function' && !member.startsWith('_')
    && !NOT_CHOSEN.includes(member));
  const spies = factories.map(factory => jest.spyOn(members, factory));
  PRESETS.forEach(([, sample]) => madeBy(sample));
  expect(factories.filter((__, index) => spies[index].mock.calls.length === 0)).toEqual([]);
  spies.forEach(spy => spy.mockRestore());
});
