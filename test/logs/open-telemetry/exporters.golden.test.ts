import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exporterText } from './otel-config';
import { LogCollector, LogDestination } from '../../../src';
import { DestinationKind } from '../../../src/logs/destinations/destination-kinds';
import { OPEN_TELEMETRY_SUPPORT } from '../../../src/logs/open-telemetry/support';
import { isCannot } from '../../../src/logs/support/choice';
import { codesOf, testChart } from '../../support/golden';
import { agentOf } from '../log-config';
import { ONE_OF_EACH, oneOfEach } from '../one-of-each';

const FOLDER = join(__dirname, '..', 'golden', 'open-telemetry');
const { destinations } = OPEN_TELEMETRY_SUPPORT;
const all = Object.keys(destinations) as DestinationKind[];
const kinds = all.filter(kind => !isCannot(destinations[kind]));

/** As each is used, without what the collector cannot do. */
function usual(kind: DestinationKind): LogDestination {
  return kind === 'cloudWatch' ? LogDestination.cloudWatch({ ...ONE_OF_EACH.cloudWatch, logGroupFrom: undefined }) : oneOfEach(kind);
}

test.each(kinds)('%s in the spelling of the collector', kind => {
  const text = exporterText(usual(kind));
  const file = join(FOLDER, `${kind}.yaml`);
  if (process.env.UPDATE_GOLDEN) {writeFileSync(file, text);}
  expect(text).toBe(readFileSync(file, 'utf8'));
});

test('there is a golden for each kind, and no other', () => {
  expect(readdirSync(FOLDER).sort()).toEqual(kinds.map(kind => `${kind}.yaml`).sort());
});

test.each(all.filter(kind => isCannot(destinations[kind])))('%s is refused', kind => {
  const chart = testChart();
  agentOf({ collector: LogCollector.openTelemetryCollector(), destinations: [oneOfEach(kind)] }, chart);
  expect(codesOf(chart)).toEqual(['[test/logs] unsupported-by-collector']);
});
