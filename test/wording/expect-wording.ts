import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Compares with test/wording/NAME.txt. `UPDATE_GOLDEN=1` writes it again: read the difference, as any text that users see. */
export function expectWording(name: string, lines: readonly string[]): void {
  const file = join(__dirname, `${name}.txt`);
  const text = `${lines.join('\n')}\n`;
  if (process.env.UPDATE_GOLDEN) {writeFileSync(file, text);}
  expect(text).toBe(readFileSync(file, 'utf8'));
}
