import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The version of the package: its file stands two folders above, in the sources and when compiled. */
export function version(): string {
  return (JSON.parse(readFileSync(join(__dirname, '..', '..', 'package.json'), 'utf8')) as { version: string }).version;
}
