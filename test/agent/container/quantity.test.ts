import { Size } from 'cdk8s';
import { Cpu } from 'cdk8s-plus-28';
import { Quantity } from '../../../src/index';
import { refusal } from '../../support/refusal';
import { messageOf } from '../make-agent';

test.each([
  ['1000m', '1'], ['0.5', '500m'], ['1024Mi', '1Gi'], ['1e3', '1e3'], ['300Mi', '300Mi'],
])('%s is %s, as the API server stores it', (given, stored) => {
  expect(Quantity.of(given).text).toBe(stored);
  expect(`${Quantity.of(given)}`).toBe(stored);
});

test('a size of cdk8s is a binary quantity', () => {
  expect(Quantity.size(Size.gibibytes(1)).text).toBe('1Gi');
  expect(Quantity.size(Size.mebibytes(1536)).text).toBe('1536Mi');
});

test('a processor share of cdk8s-plus is what it was there', () => {
  expect(Quantity.cpu(Cpu.millis(1500)).text).toBe('1500m');
  expect(Quantity.cpu(Cpu.units(2)).text).toBe('2');
});

test('fails for text that is no quantity', () => {
  expect(messageOf(() => Quantity.of('64MB'))).toEqual(
    refusal('invalid-quantity', { given: "'64MB'", names: ['0'] }));
});
