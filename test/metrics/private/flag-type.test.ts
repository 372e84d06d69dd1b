import { FlagType, isBoolean, isDuration, isInteger, isPortNumber } from '../../../src/metrics/private/flag-type';

test.each<[string, FlagType, string[], string[]]>([
  ['a whole number', isInteger, ['0', '10', '-1', '+2'], ['', '1.5', 'ten', '1 ', '1k']],
  ['true or false', isBoolean, ['true', 'false', 'True', '1', '0', 't'], ['', 'yes', 'on', 'tRue', '2']],
  ['a time', isDuration, ['30s', '1m30s', '1.5h', '.5s', '100ms', '5us', '0', '-1s'], ['', '30', 'soon', '1 s', '1d', '1m 30s', 's', '00']],
  ['a port', isPortNumber, ['1', '8080', '65535'], ['', '0', '65536', '-1', ':8080', 'http']],
])('%s is distinguished from what Go does not read as one', (_, type, right, wrong) => {
  expect(right.filter(value => !type.accepts(value))).toEqual([]);
  expect(wrong.filter(value => type.accepts(value))).toEqual([]);
});
