import { requireMode } from '../../src/private/file-mode';
import { messageOf } from '../agent/make-agent';
import { refusal } from '../support/refusal';

test.each([undefined, 0, 0o400, 0o777])('%p are permissions', mode => {
  expect(requireMode(mode, 'it')).toBe(mode);
});

test.each([[400, '0o620'], [440, '0o670'], [444, '0o674'], [500, '0o764']])('%d is octal without its prefix', (mode, meant) => {
  expect(messageOf(() => requireMode(mode, 'the file'))).toMatch(`given: ${mode}, which is ${meant}; allowed: 0o${mode}`);
});

test.each([-1, 0o1000, 1.5, NaN])('fails for %p', mode => {
  expect(messageOf(() => requireMode(mode, 'the file'))).toEqual(
    refusal('invalid-file', { given: mode, allowed: '0 to 0o777' }));
});
