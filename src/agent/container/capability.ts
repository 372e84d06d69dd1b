import { fail, quote } from '../../private/agent-error';
import { guardClass } from '../../private/doors/guard-class';
import { requireReason } from '../../private/reason';

/**
 * A Linux capability that a container asks for, and why.
 *
 * Capabilities reach only processes of user 0: Kubernetes sets no ambient set, so an added capability does nothing for a non-root user.
 */
export class Capability {
  /**
   * A capability by its name, without the prefix `CAP_`.
   *
   * @param name `NET_BIND_SERVICE`, `DAC_READ_SEARCH`, ...
   * @param reason what the agent needs it for: one line of at least three words
   * @throws invalid-capability
   * @throws missing-reason
   */
  public static add(name: string, reason: string): Capability {
    if (!KNOWN.has(name)) {
      const plain = name.toUpperCase().replace(/^CAP_/, '');
      fail({
        code: 'invalid-capability',
        what: 'there is no capability of this name',
        given: quote(name),
        allowed: 'the names of capabilities(7) in capitals, without CAP_',
        fix: KNOWN.has(plain)
          ? `write '${plain}': the API server takes any text, and runtimes ignore what they do not know`
          : 'look it up in capabilities(7)',
      });
    }
    return new Capability(name, requireReason(reason, `the capability ${name}`));
  }

  private constructor(
    /** The name, without the prefix `CAP_`. */
    public readonly name: string,
    /** What the agent needs it for. */
    public readonly reason: string,
  ) {}
}

guardClass({ Capability });

/** capabilities(7), Linux 6.x */
const KNOWN = new Set([
  'AUDIT_CONTROL', 'AUDIT_READ', 'AUDIT_WRITE', 'BLOCK_SUSPEND', 'BPF', 'CHECKPOINT_RESTORE', 'CHOWN', 'DAC_OVERRIDE', 'DAC_READ_SEARCH',
  'FOWNER', 'FSETID', 'IPC_LOCK', 'IPC_OWNER', 'KILL', 'LEASE', 'LINUX_IMMUTABLE', 'MAC_ADMIN', 'MAC_OVERRIDE', 'MKNOD', 'NET_ADMIN',
  'NET_BIND_SERVICE', 'NET_BROADCAST', 'NET_RAW', 'PERFMON', 'SETFCAP', 'SETGID', 'SETPCAP', 'SETUID', 'SYSLOG', 'SYS_ADMIN', 'SYS_BOOT',
  'SYS_CHROOT', 'SYS_MODULE', 'SYS_NICE', 'SYS_PACCT', 'SYS_PTRACE', 'SYS_RAWIO', 'SYS_RESOURCE', 'SYS_TIME', 'SYS_TTY_CONFIG',
  'WAKE_ALARM',
  'ALL',
]);
