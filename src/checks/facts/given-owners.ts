import { wordsOf } from '../../cluster/inventory/containers';
import type { Wire } from '../../private/wire';

/** `chown`, its options, and the owner that follows. */
const CHOWN = /\bchown(?:\s+-[\w-]+(?:=\S+)?)*\s+["']?([^\s"':]*)/g;

/**
 * The users that a container gives files to: `chown -R 1000:1000 /data`, in a script too. Undefined where nothing is certain: it does
 * something else as well, such as `chmod`, or names a user in another way than by number.
 */
export function givenOwnersOf(container: Wire): readonly number[] | undefined {
  const text = wordsOf(container).join(' ');
  const owners = [...text.matchAll(CHOWN)].map(([, owner]) => owner);
  return owners.length > 0 && owners.every(owner => /^\d+$/.test(owner)) && !/\b(?:chmod|setfacl|install|umask)\b/.test(text)
    ? owners.map(Number) : undefined;
}
