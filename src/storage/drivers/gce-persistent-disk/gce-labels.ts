import { fail, quote } from '../../../private/agent-error';
import { sortedEntries } from '../../../private/wire';

const MAX_LABELS = 64;
const WORD = /^[a-z0-9_-]{0,63}$/;

/** Labels of Google Cloud as the driver takes them: `key=value`, sorted by key, in one text. */
export function gceLabels(labels: {
  readonly [key: string]: string;
}, code: 'invalid-csi-driver' | 'invalid-storage-class'): string | undefined {
  const entries = sortedEntries(labels);
  if (entries.length > MAX_LABELS) {
    fail({
      code, what: 'a disk of Google Cloud cannot have this many labels', given: `${entries.length} labels`, allowed: `${MAX_LABELS} labels`,
      fix: 'leave some out',
    });
  }
  const odd = entries.find(([key, value]) => !WORD.test(key) || !/^[a-z]/.test(key) || !WORD.test(value));
  if (odd !== undefined) {
    fail({
      code, what: 'a disk of Google Cloud cannot have this label', given: `${quote(odd[0])}: ${quote(odd[1])}`,
      allowed: 'up to 63 lower case letters, digits, `-` and `_`, a letter first in the key', fix: 'choose another key or value',
    });
  }
  return entries.length === 0 ? undefined : entries.map(([key, value]) => `${key}=${value}`).join(',');
}
