import { Bench } from './bench';

/** Hands out texts that can be counted in whatever arrives, in any format. */
export class Tally {
  public readonly sent: string[] = [];

  public constructor(private readonly prefix: string) {}

  /** The next text. */
  public next(): string {
    const mark = `#${this.prefix}-${this.sent.length}#`;
    this.sent.push(mark);
    return mark;
  }

  public some(count: number): string[] {
    return Array.from({ length: count }, () => this.next());
  }

  /** What is missing, and what came more than once, in what arrived. */
  public compare(arrived: string): { readonly lost: string[]; readonly doubled: number } {
    const counts = new Map<string, number>();
    for (const [mark] of arrived.matchAll(/#\w+-\d+#/g)) {counts.set(mark, (counts.get(mark) ?? 0) + 1);}
    return {
      lost: this.sent.filter(mark => !counts.has(mark)),
      doubled: this.sent.reduce((sum, mark) => sum + Math.max(0, (counts.get(mark) ?? 0) - 1), 0),
    };
  }

  /** Waits until everything arrived, and a moment more for what comes twice; then judges. */
  public async judge(
    bench: Bench, arrived: () => string, { doubled: allowed = 0, seconds = 30, what = 'lines' }: Tolerance = {},
  ): Promise<void> {
    await bench.until(() => this.compare(arrived()).lost.length === 0, seconds);
    await new Promise(done => setTimeout(done, 1500));
    const { lost, doubled } = this.compare(arrived());
    bench.figure(`${this.sent.length} ${what}: ${lost.length} lost, ${doubled} doubled`);
    bench.expect(lost.length === 0, `${lost.length} of ${this.sent.length} ${what} are lost: ${lost.slice(0, 5).join(' ')}`);
    bench.expect(doubled <= allowed, `${doubled} ${what} came twice, and ${allowed} may`);
  }
}

export interface Tolerance {
  readonly doubled?: number;
  readonly seconds?: number;
  readonly what?: string;
}
