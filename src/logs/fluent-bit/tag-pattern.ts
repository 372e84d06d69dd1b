/** Whether there is a tag that both match. `*` stands for any text, also in the tag of an input, where a path or unit takes its place. */
export function tagsMeet(a: string, b: string): boolean {
  const known = new Map<number, boolean>();
  const meet = (i: number, j: number): boolean => {
    const key = i * (b.length + 1) + j;
    const before = known.get(key);
    if (before !== undefined) {return before;}
    known.set(key, false);
    const result = i === a.length && j === b.length
      || a[i] === '*' && (meet(i + 1, j) || j < b.length && meet(i, j + 1))
      || b[j] === '*' && (meet(i, j + 1) || i < a.length && meet(i + 1, j))
      || i < a.length && j < b.length && a[i] === b[j] && meet(i + 1, j + 1);
    known.set(key, result);
    return result;
  };
  return meet(0, 0);
}
