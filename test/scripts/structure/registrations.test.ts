import { unregistered } from '../../../scripts/structure/registrations';

test('a preset is registered where its factory imports something of its folder', () => {
  expect(unregistered(new Map([
    ['metrics/exporter.ts', ['metrics/node-exporter/node-exporter.ts']], ['metrics/node-exporter/node-exporter.ts', []],
  ]))).toEqual([]);
});

test.each([
  ['metrics/dcgm-exporter/dcgm-exporter.ts', 'metrics/dcgm-exporter', 'metrics/exporter.ts'],
  ['logs/vector/vector.ts', 'logs/vector', 'logs/log-collector.ts'],
  ['storage/drivers/ebs/ebs.ts', 'storage/drivers/ebs', 'storage/csi-driver.ts'],
])('%s without a factory is found', (file, folder, factory) => {
  expect(unregistered(new Map([[file, []]]))).toEqual([{ folder, factory }]);
});

test('what a domain shares is no preset', () => {
  expect(unregistered(new Map([
    ['logs/destinations/a.ts', []], ['logs/private/b.ts', []], ['logs/inputs/c.ts', []], ['metrics/private/d.ts', []],
  ]))).toEqual([]);
});
