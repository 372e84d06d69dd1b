import { isAddress } from '../../src/private/address';

test.each(['10.0.0.1', '0.0.0.0', '255.255.255.255', '::', '::1', 'fd00::10', '::ffff:10.0.0.1'])('%s is an address', text => {
  expect(isAddress(text)).toBe(true);
});

test.each(['', 'localhost', '10.0.0', '10.0.0.256', '10.0.0.01', ':::', 'fe80::1%eth0', '10.0.0.1/8', '[::1]'])('%p is none', text => {
  expect(isAddress(text)).toBe(false);
});
