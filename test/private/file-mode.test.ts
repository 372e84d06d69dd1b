import { requireMode } from '../../src/private/file-mode';
import { messageOf } from '../agent/make-agent';

test.each([undefined, 0, 0o400, 0o777])('%p are permissions', mode => {
  expect(requireMode(mode, 'it')).toBe(mode);
});

test.each([-1, 0o1000, 1.5, NaN])('fails for %p', mode => {
  expect(messageOf(() => requireMode(mode, 'the file'))).toBe(
    `invalid-file: the file cannot have these permissions; given: ${mode}; allowed: 0 to 0o777; fix: write them in octal`);
});
