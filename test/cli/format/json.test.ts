import { writeArray } from '../../../src/cli/format/json';
import { fakeIo } from '../fake-io';

test.each([[[], '[]\n'], [['1'], '[\n1\n]\n'], [['1', '{"a":2}'], '[\n1,\n{"a":2}\n]\n']])('writes %j', async (items, text) => {
  const io = fakeIo();
  await writeArray(io.stdout, items);
  expect(io.out()).toBe(text);
  expect(Array.isArray(JSON.parse(io.out()))).toBe(true);
});

test('takes items one by one, and none that nobody reads', async () => {
  let made = 0;
  const items = function* (): Generator<string> {
    for (;;) {
      made += 1;
      yield `"${'x'.repeat(1000)}"`;
    }
  };
  await writeArray(fakeIo({ closesAfter: 3 }).stdout, items());
  expect(made).toBeLessThan(300);
});
