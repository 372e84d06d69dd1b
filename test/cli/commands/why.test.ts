import { RULES } from '../../../src/checks/rules';
import { ERROR_CATALOGUE } from '../../../src/private/error-catalogue';
import { runWith } from '../fake-io';

test('every rule and every error code is explained, with its page', async () => {
  const codes = [...RULES.map(({ id }) => id), ...Object.keys(ERROR_CATALOGUE)];
  const { code, out } = await runWith(['why', ...codes]);
  expect(code).toBe(0);
  for (const each of codes) {expect(out).toMatch(new RegExp(`^${each}\\n  what: .+\\n`, 'm'));}
  expect(out.match(/^ {2}https:.*\.md$/gm)).toHaveLength(codes.length);
});

test('at a terminal no line is wider than it', async () => {
  const { out } = await runWith(['why', 'host-port-conflict'], { columns: 60 });
  // eslint-disable-next-line no-control-regex
  for (const line of out.replace(/\u001b\[\d+m/g, '').split('\n')) {
    expect(line.length <= 60 || line.trim().startsWith('https:')).toBe(true);
  }
});

test('a code that does not exist is refused with a suggestion', async () => {
  expect(
    await runWith(['why', 'host-port-conflicts']),
  ).toMatchObject({ code: 1, err: expect.stringContaining('did you mean host-port-conflict?') });
  expect((await runWith(['why'])).code).toBe(1);
});
