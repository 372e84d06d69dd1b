import { RULES } from '../../../src/checks/rules';
import { runWith } from '../fake-io';

test('rules lists every rule', async () => {
  const { code, out } = await runWith(['rules']);
  expect(code).toBe(0);
  expect(out.trimEnd().split('\n').slice(1).map(line => line.split(' ')[0])).toEqual(RULES.map(({ id }) => id));
});

test('rules are data for programs', async () => {
  const [first] = JSON.parse((await runWith(['rules', '--format', 'json'])).out);
  expect(first).toMatchObject({ id: RULES[0].id, level: RULES[0].level, page: expect.stringContaining(`docs/checks/${RULES[0].id}.md`) });
  expect((await runWith(['rules', 'a.yaml'])).code).toBe(1);
});
