import { fail, quote } from '../../private/agent-error';
import { directoryOf } from '../../private/paths';

/** Where the node has its logs, those of containers included. */
export const LOGS = '/var/log';

/**
 * The directory of a path, up to the first part that stands for many.
 *
 * @throws invalid-path
 */
export function fixedDirectoryOf(path: string): string {
  const separator = path.startsWith('/') ? '/' : '\\';
  const parts = directoryOf(path).split(/[\\/]/);
  const wild = parts.findIndex(part => /[*?[]/.test(part));
  const directory = (wild === -1 ? parts : parts.slice(0, wild)).join(separator) || '/';
  if (HIDING.test(directory)) {
    fail({
      code: 'invalid-path',
      what: `to read ${quote(path)} the agent would mount ${directory} of the node over its own`,
      given: quote(path),
      allowed: 'files in a directory that the image of the agent can do without',
      fix: 'name a deeper directory without `*`, or mount it elsewhere with agent.container.addHostPaths and read it with an input of your '
        + 'own',
    });
  }
  return directory;
}

/** Directories without which no program in the container works. */
const HIDING = /^[A-Za-z]:(\\(Windows|Program Files)?)?$|^\/($|(etc|run|tmp|var|var\/lib)$|(bin|boot|dev|lib|lib64|proc|sbin|sys|usr)($|\/))/;
