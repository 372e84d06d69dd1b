import { LogDestination } from '../../../src';
import { DestinationFactories, DestinationKind, DESTINATIONS } from '../../../src/logs/destinations/destination-kinds';
import { Outputs } from '../../../src/logs/fluent-bit/outputs/outputs';
import { ONE_OF_EACH } from '../one-of-each';

/** The rows that a table could do without: with none of them the compiler refuses a table that lacks one. */
type Dispensable<Table> = { [Row in keyof Table]: Omit<Table, Row> extends Table ? Row : never }[keyof Table];
type None<Rows> = [Rows] extends [never] ? true : false;

test('a kind of destination without an output of Fluent Bit does not compile', () => {
  const everyKind: None<Exclude<DestinationKind, keyof Outputs>> = true;
  const noRowLess: None<Dispensable<Outputs>> = true;
  const partial: None<Dispensable<Partial<Outputs>>> = false;
  expect([everyKind, noRowLess, partial]).toEqual([true, true, false]);
});

test('a kind of destination without a factory does not compile, and there is no other factory', () => {
  const factories: DestinationFactories<LogDestination> = LogDestination;
  const noRowLess: None<Dispensable<DestinationFactories<LogDestination>>> = true;
  expect(noRowLess).toBe(true);
  const named = Object.getOwnPropertyNames(LogDestination).filter(name => typeof (LogDestination as any)[name] === 'function');
  expect(named.sort()).toEqual(Object.keys(DESTINATIONS).sort());
  expect(Object.keys(ONE_OF_EACH).sort()).toEqual(Object.keys(DESTINATIONS).sort());
  Object.entries(ONE_OF_EACH).forEach(([kind, options]) => expect(factories[kind as 'http'](options as { url: string }).kind).toBe(kind));
});
