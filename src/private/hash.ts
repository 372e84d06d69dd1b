import { createHash } from 'node:crypto';

/**
 * Sixteen hexadecimal characters that change exactly when a part changes: its name or its content.
 * The order in which the parts were given does not count, since maps have another order in every run of some languages.
 */
export function contentHash(parts: Readonly<Record<string, string>>): string {
  let all = '';
  for (const name of Object.keys(parts).sort()) {
    for (const text of [name, parts[name]]) {
      // the length in front keeps {ab: 'c'} and {a: 'bc'} apart
      all += `${Buffer.byteLength(text)}:${text}`;
    }
  }
  return createHash('sha256').update(all).digest('hex').slice(0, 16);
}
