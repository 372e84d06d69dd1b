import { configOf } from './vector-config';
import { DestinationAuth, LogFilter, LogInput, LogMetadata, LogValue, MultilineLogs, SecretKey } from '../../../src';
import { componentProblems } from '../../../src/logs/vector/options';
import { VECTOR_SUPPORT } from '../../../src/logs/vector/support';
import { destinationVariants, FILTERS, pairsMet, sourceFor, SOURCES } from '../destination-variants';

const key = SecretKey.of('logs', 'other');
const DESTINATIONS = destinationVariants(VECTOR_SUPPORT, {
  basic: () => DestinationAuth.basicFrom(key, key),
  aws: () => DestinationAuth.aws('r', { roleArn: 'arn:aws:iam::1:role/a', externalId: 'b' }),
});
const OWN_SOURCES = [() => LogInput.containers({ multiline: [MultilineLogs.java()] }), ...SOURCES.slice(1)];
const OWN_FILTERS = [...FILTERS.slice(0, 2), () => LogFilter.addFields({ a: LogValue.podName() }), ...FILTERS.slice(3)];

test.each(DESTINATIONS)(
  'with every filter and some source, %s has the options and types that Vector knows', (_, destination, index) => {
    for (let filter = 0; filter < OWN_FILTERS.length; filter += 1) {
      const source = sourceFor(OWN_SOURCES, index, filter);
      const {
        sources, transforms, sinks,
      } = configOf({ inputs: [source], filters: [OWN_FILTERS[filter]()], destinations: [destination], metadata: LogMetadata.fromApi() });
      for (const [section, components] of Object.entries({ sources, transforms, sinks } as { [section: string]: object })) {
        for (const component of Object.values(components)) {expect(componentProblems(section as 'sinks', component)).toEqual([]);}
      }
    }
  });

test('every pair of source and filter, and of source and kind of destination, is among the combinations', () => {
  expect(pairsMet(DESTINATIONS.length)).toBe(FILTERS.length * SOURCES.length);
  expect(FILTERS.length).toBeGreaterThanOrEqual(SOURCES.length);
});
