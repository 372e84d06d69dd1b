import { SAMPLES } from './samples';
import { configOf, problemsOf } from './vector-config';
import { componentProblems, globalProblems } from '../../../src/logs/vector/options';

describe.each(Object.entries(SAMPLES))('%s', (_, props) => {
  test('has nothing that Vector refuses', () => {
    expect(problemsOf(props)).toEqual([]);
  });

  test('has options of its components alone, with their types, and all that they need', () => {
    const { sources, transforms, sinks, ...global } = configOf(props);
    const components = Object.entries({
      sources, transforms, sinks,
    }).flatMap(([section, each]) => Object.values<any>(each).map(component => [section, component] as const));
    expect(components.length).toBeGreaterThan(3);
    expect(components.flatMap(([section, component]) => componentProblems(section as 'sinks', component))).toEqual([]);
    expect(globalProblems(global)).toEqual([]);
  });

  test('waits on the disk of the node for every destination but standard output', () => {
    const { acknowledgements, sinks } = configOf(props);
    expect(acknowledgements).toEqual({ enabled: true });
    for (const { type, buffer } of Object.values<any>(sinks).filter(sink => !['console', 'prometheus_exporter'].includes(sink.type))) {
      expect({ type, buffer }).toEqual({ type, buffer: { type: 'disk', max_size: 536_870_912, when_full: 'block' } });
    }
  });
});
