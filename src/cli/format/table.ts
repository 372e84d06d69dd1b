/** A table of texts under a line of headings. Numbers stand right. */
export interface Table {
  readonly head: readonly string[];
  readonly rows: ReadonlyArray<readonly (string | number)[]>;
}

const GAP = '  ';

/** The lines of a table. No line is wider than the terminal: the widest column gives way. */
export function tableLines({ head, rows }: Table, width: number = Infinity): string[] {
  const cells = [head, ...rows].map(row => row.map(String));
  const widths = fitted(head.map((_, column) => Math.max(...cells.map(row => row[column].length))), width);
  return cells.map(row => row.map((text, column) => {
    const clipped = text.length > widths[column] ? `${text.slice(0, Math.max(0, widths[column] - 1))}…` : text;
    return typeof rows[0]?.[column] === 'number' ? clipped.padStart(widths[column]) : clipped.padEnd(widths[column]);
  }).join(GAP).trimEnd());
}

/** At least as wide that something can be seen. */
const LEAST = 8;

function fitted(widths: readonly number[], width: number): number[] {
  const result = [...widths];
  for (let excess = sum(result) + GAP.length * (result.length - 1) - width; excess > 0;) {
    const widest = result.indexOf(Math.max(...result));
    const cut = Math.min(excess, result[widest] - LEAST);
    if (cut <= 0) {break;}
    // no more at a time than to the second widest, so that columns shrink alike
    const step = Math.max(1, Math.min(cut, result[widest] - Math.max(LEAST, ...result.filter((_, index) => index !== widest))));
    result[widest] -= step;
    excess -= step;
  }
  return result;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
