import { fail, quote } from '../../private/agent-error';
import { sortedEntries } from '../../private/wire';

const MAX_TAGS = 50;
const MAX_KEY = 512;
const MAX_VALUE = 256;

/** Tags of Azure as its drivers take them: `key=value`, sorted by key, in one text. */
export function azureTags(tags: { readonly [key: string]: string } | undefined): string | undefined {
  if (tags === undefined) {return undefined;}
  const entries = sortedEntries(tags);
  if (entries.length > MAX_TAGS) {
    fail({
      code: 'invalid-storage-class', what: 'a resource of Azure cannot have this many tags', given: `${entries.length} tags`,
      allowed: `${MAX_TAGS} tags`, fix: 'leave some out',
    });
  }
  return entries.map(([key, value]) => {
    if (key.trim() === '' || key.length > MAX_KEY || /[<>%&\\?/=,]/.test(key) || value.length > MAX_VALUE || /[,=]/.test(value)) {
      fail({
        code: 'invalid-storage-class', what: 'a resource of Azure cannot have this tag', given: `${quote(key)}: ${quote(value)}`,
        allowed: `a key of 1 to ${MAX_KEY} characters without any of <>%&\\?/=, and a value of up to ${MAX_VALUE} without = and comma`,
        fix: 'choose another key or value',
      });
    }
    return `${key}=${value}`;
  }).join(',');
}
