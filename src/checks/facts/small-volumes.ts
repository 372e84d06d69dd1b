import { containersIn, PlacedContainer } from '../../cluster/inventory/containers';
import type { Workload } from '../../cluster/inventory/workload';
import type { Wire } from '../../private/wire';

const WORDS = 'socks?|sockets?|csi|certs?|certificates?|tls|ssl|pki|keys|tokens?|secrets?|credentials|ca-bundle|trust-store|configs?|'
  + 'conf|cfg';

/** What names say of a volume that never grows: sockets, and certificates, tokens or configuration that are handed over. */
const SMALL = new RegExp(`(^|[-_./])(${WORDS})([-_./]|$)|(conf|socket)$`, 'i');

/** Where programs keep sockets and numbers of processes. */
const OF_SOCKETS = /^(\/var)?\/run(\/|$)/;

/** What names say of a volume that does. */
const GROWING = new RegExp('(^|[-_./])(buffers?|caches?|data|storage|stores?|tmp|temp|tmpfs|logs?|spools?|queues?|wal'
  + '|scratch|workdir|workspace|backups?|uploads?|downloads?|dumps?|traces?|profiles?|db|databases?|persistence|persistent)'
  + '([-_./]|$)|^state$', 'i');

/** What names say of one that programs clear by themselves. */
const TEMPORARY = /(^|[-_./])(tmp|temp|tmpfs)([-_./]|$)/i;

/** The containers that may write to a volume. */
export function writersOf(workload: Workload, volume: unknown): PlacedContainer[] {
  return containersIn(workload).filter(({ container }) => (container.volumeMounts ?? [])
    .some(({ name, readOnly }: Wire) => name === volume && readOnly !== true));
}

/** Whether a volume takes what a program goes on writing, by its name and by where those that write it mount it. */
export function isGrowingVolume(volume: unknown, writers: readonly PlacedContainer[]): boolean {
  return !isSmallVolume(volume, writers)
    && (GROWING.test(String(volume)) || mountsOf(volume, writers).some(path => GROWING.test(path)));
}

/** Whether a volume holds temporary files, by its name and by where those that write it mount it. */
export function isTemporaryVolume(volume: unknown, writers: readonly PlacedContainer[]): boolean {
  return TEMPORARY.test(String(volume)) || mountsOf(volume, writers).some(path => TEMPORARY.test(path));
}

/** Whether a volume holds nothing that grows, by its name and by where those that write it mount it. */
export function isSmallVolume(volume: unknown, writers: readonly PlacedContainer[]): boolean {
  return SMALL.test(String(volume)) || mountsOf(volume, writers).every(path => SMALL.test(path) || OF_SOCKETS.test(path));
}

function mountsOf(volume: unknown, writers: readonly PlacedContainer[]): string[] {
  return writers.flatMap(({ container }) =>
    container.volumeMounts.filter(({ name }: Wire) => name === volume).map(({ mountPath }: Wire) => String(mountPath)));
}
