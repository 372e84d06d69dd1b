import { fail, quote } from '../../../private/agent-error';
import { sortedEntries } from '../../../private/wire';

const MAX_TAGS = 50;
const MAX_KEY = 128;
const MAX_VALUE = 256;

/** Tags of AWS, as the driver takes them: `key=value`, sorted by key. */
export function ebsTags(
  tags: { readonly [key: string]: string }, code: 'invalid-csi-driver' | 'invalid-storage-class', isList: boolean,
): string[] {
  const entries = sortedEntries(tags);
  if (entries.length > MAX_TAGS) {
    fail({
      code, what: 'a volume of EBS cannot have this many tags', given: `${entries.length} tags`, allowed: `${MAX_TAGS} tags`,
      fix: 'leave some out',
    });
  }
  return entries.map(([key, value]) => {
    const isKey = key !== '' && key.length <= MAX_KEY && !key.startsWith('aws:') && !/[=\n]/.test(key) && !(isList && key.includes(','));
    const isValue = value.length <= MAX_VALUE && !value.includes('\n') && !(isList && value.includes(','));
    if (!isKey || !isValue) {
      fail({
        code, what: 'a volume of EBS cannot have this tag', given: `${quote(key)}: ${quote(value)}`,
        allowed: `a key of 1 to ${MAX_KEY} characters that does not begin with aws: and has no =, a value of up to `
          + `${MAX_VALUE}${isList ? ', without a comma' : ''}`,
        fix: 'choose another key or value',
      });
    }
    return `${key}=${value}`;
  });
}
