import { fail, quote } from '../../private/agent-error';
import { versionIn } from '../private/image-version';

/**
 * Refuses images of releases that lack what the configuration has: keys of 5.1, in places that older ones end at or pass over. Images of
 * another name have versions of their own.
 *
 * @throws invalid-collector-config
 */
export function requireRelease(image: string): void {
  const [major, minor] = (/(^|\/)fluent-bit:/.test(image) ? versionIn(image) : undefined)?.split('.').map(Number) ?? [];
  if (major < 5 || major === 5 && minor < 1) {
    fail({
      code: 'invalid-collector-config',
      what: 'the configuration is not written for this release of Fluent Bit',
      given: quote(image),
      allowed: '5.1.0 and newer',
      fix: 'leave `image` out, or use a newer one',
    });
  }
}
