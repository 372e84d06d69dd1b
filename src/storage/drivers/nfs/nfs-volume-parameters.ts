import { octalPermissions } from './nfs-permissions';
import { NfsVolumeParameters } from './nfs-volume-parameters-options';
import { fail, quote } from '../../../private/agent-error';
import { compact } from '../../../private/wire';

/** The parameters of the NFS driver, in its own spelling. */
export function nfsVolumeParameters({ server, share, subDirectory, onDelete, mountPermissions }: NfsVolumeParameters): {
  [name: string]: string;
} {
  if (server === '' || /[\s/]/.test(server)) {
    fail({
      code: 'invalid-storage-class', what: 'the server of the shares cannot be called by this name', given: quote(server),
      allowed: 'a name or an address, without a path',
      fix: 'give the directory as `share`',
    });
  }
  if (!share.startsWith('/')) {
    fail({
      code: 'invalid-storage-class', what: 'the share of an NFS server is an absolute path', given: quote(share),
      allowed: 'a path that begins with /', fix: `write '/${share}'`,
    });
  }
  return compact({
    server, share, subDir: subDirectory, onDelete,
    mountPermissions: mountPermissions === undefined ? undefined : octalPermissions(mountPermissions),
  }) as { [name: string]: string };
}
