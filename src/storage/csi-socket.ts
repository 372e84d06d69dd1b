import { fail, quote } from '../private/agent-error';
import { guardClass } from '../private/doors/guard-class';
import { cleanAbsolutePath } from '../private/paths';

/**
 * Where the containers of a driver see its socket.
 */
export class CsiSocket {
  /**
   * In a directory of the containers, such as `/csi` or `/run/csi`.
   *
   * @param directory where the plugin directory of the node is mounted
   * @param fileName the name of the socket in it
   * @throws invalid-path
   */
  public static mountedAt(directory: string, fileName: string = 'csi.sock'): CsiSocket {
    return new CsiSocket(requireFileName(fileName), cleanAbsolutePath(directory, 'the directory of the socket'));
  }

  /**
   * At the path that it has on the node. Nothing more is mounted where `CsiMounts` has the directory already. A controller has its socket
   * in `/csi` then.
   *
   * @param fileName the name of the socket
   * @throws invalid-path
   */
  public static atHostPath(fileName: string = 'csi.sock'): CsiSocket {
    return new CsiSocket(requireFileName(fileName));
  }

  private constructor(
    /** The name of the socket. */
    public readonly fileName: string,
    /** The directory in the containers; absent where it is that of the node. */
    public readonly directory?: string,
  ) {}
}

guardClass({ CsiSocket });

function requireFileName(name: string): string {
  if (!/^[A-Za-z0-9_-][A-Za-z0-9._-]*$/.test(name)) {
    fail({
      code: 'invalid-path', what: 'the socket of a CSI driver cannot have this name', given: quote(name),
      allowed: 'letters, digits, `-`, `_` and `.`, no slash',
      fix: 'use csi.sock',
    });
  }
  return name;
}
