import { memo } from '../../src/private/memo';

test('works out an answer once for each object, also where it is undefined', () => {
  const asked: string[] = [];
  const first = memo(({ name }: { readonly name: string }) => {
    asked.push(name);
    return name === 'a' ? [name] : undefined;
  });
  const [a, b] = [{ name: 'a' }, { name: 'b' }];
  expect(first(a)).toBe(first(a));
  expect([first(b), first(b)]).toEqual([undefined, undefined]);
  expect(asked).toEqual(['a', 'b']);
});

test('two questions about one object have answers of their own', () => {
  const length = memo((list: readonly number[]) => list.length);
  const sum = memo((list: readonly number[]) => list.reduce((total, each) => total + each, 0));
  const list = [1, 2, 3, 4];
  expect([length(list), sum(list), length(list), sum(list)]).toEqual([4, 10, 4, 10]);
});

test('an object looks as it did, and a copy of it is asked again', () => {
  const upper = memo(({ name }: { readonly name: string }) => name.toUpperCase());
  const given = { name: 'a' };
  upper(given);
  expect(given).toStrictEqual({ name: 'a' });
  expect(JSON.stringify(given)).toBe('{"name":"a"}');
  expect(upper({ ...given, name: 'b' })).toBe('B');
});
