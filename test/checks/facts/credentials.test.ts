import { assert, property, string } from 'fast-check';
import { credentialsIn, isCredential } from '../../../src/checks/facts/credentials';

test('each credential is reported once, with its line', () => {
  expect(credentialsIn('level: info\npassword: kingfisher\nhttp:\n  password: heron-and-egret\n')).toEqual([
    { name: 'password', line: 2, isCertain: false },
  ]);
  expect(credentialsIn('a: 1\r\npassword: kingfisher\r\n').map(({ line }) => line)).toEqual([2]);
});

test.each([
  ['PASSWORD', 'kingfisher', true], ['dbPassword', 'kingfisher', true], ['PASSWORD_FILE', 'kingfisher', false], ['password', 'no', false],
  ['password', '${X}', false], ['PWD', '/home', false],
  ['OLDPWD', 'kingfisher', false], ['api-key', 'a8f5f167f44f4964e6c998dee827110c', true], ['api-key', 'X-Api-Key', false],
  ['API_TOKEN', 'bearer', false], ['keyboard', 'kingfisher', false],
])('%s: %s', (name, value, expected) => {
  expect(isCredential(name, value)).toBe(expected);
});

test('any text can be looked at, and a reference is never a credential', () => {
  assert(property(string(), text => {
    expect(() => credentialsIn(`password: ${text}\n${text}`)).not.toThrow();
    expect(isCredential('password', `\${${text}}`)).toBe(false);
  }));
});
