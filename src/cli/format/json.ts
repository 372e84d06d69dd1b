import type { Output } from '../io';

const CHUNK = 64 * 1024;

/** Writes a JSON array an item at a time: neither the items nor the text of them are ever in memory as a whole. */
export async function writeArray(output: Output, items: Iterable<string>): Promise<void> {
  let text = '[';
  let isFirst = true;
  for (const item of items) {
    text += isFirst ? `\n${item}` : `,\n${item}`;
    isFirst = false;
    if (text.length < CHUNK) {continue;}
    if (output.isClosed()) {return;}
    await output.write(text);
    text = '';
  }
  await output.write(`${text}${isFirst ? '' : '\n'}]\n`);
}
