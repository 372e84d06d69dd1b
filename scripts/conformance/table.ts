/** A row of docs/conformance.md. */
export interface Row {
  readonly promise: string;
  readonly judge: string;
  /** What was judged, with its numbers. */
  readonly judged: string;
  readonly findings: number;
}

const BEGIN = '<!-- figures of npm run conformance -->';
const END = '<!-- end of the figures -->';

/** The rows as a Markdown table. */
export function tableOf(rows: readonly Row[]): string {
  return ['| promise | judge | judged | contradictions |', '| --- | --- | --- | --- |',
    ...rows.map(({ promise, judge, judged, findings }) => `| ${promise} | ${judge} | ${judged} | ${findings} |`)].join('\n');
}

/** The page with another table. */
export function withTable(page: string, rows: readonly Row[]): string {
  const [begin, end] = marks(page);
  return `${page.slice(0, begin)}\n${tableOf(rows)}\n${page.slice(end)}`;
}

/** What is worse than on the page: a row that is gone, and numbers that have become smaller. */
export function worse(page: string, rows: readonly Row[]): string[] {
  const kept = page.slice(...marks(page)).split('\n').filter(line => line.startsWith('| ')).slice(2)
    .map(line => line.split('|').map(cell => cell.trim()));
  return kept.flatMap(([, promise, judge, judged]) => {
    const now = rows.find(row => row.promise === promise && withoutNumbers(row.judge) === withoutNumbers(judge));
    if (now === undefined) return [`${promise}, ${judge}: is not judged any more`];
    const [before, after] = [numbersIn(judged), numbersIn(now.judged)];
    return before.some((number, index) => !(after[index] >= number)) ? [`${promise}, ${judge}: ${judged} before, ${now.judged} now`] : [];
  });
}

function marks(page: string): [number, number] {
  const [begin, end] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error(`docs/conformance.md has lost its marks: ${BEGIN} and ${END}`);
  return [begin + BEGIN.length, end];
}

function numbersIn(text: string): number[] {
  return (text.match(/\d[\d,]*/g) ?? []).map(number => Number(number.replace(/,/g, '')));
}

function withoutNumbers(text: string): string {
  return text.replace(/\d[\d.,]*/g, '');
}
