import { ContainerSecurity } from '../agent/container/container-security';
import { guardClass } from '../private/doors/guard-class';

/**
 * How the sidecars get through to the socket of the driver on nodes that enforce SELinux, where a confined container may not connect to a
 * privileged one.
 */
export class CsiSeLinux {
  /** The labels stay as the runtime gives them: for nodes that do not enforce SELinux. */
  public static notEnforced(): CsiSeLinux {
    return new CsiSeLinux();
  }

  /**
   * The sidecars run as this type and keep everything else that confines them: `spc_t` (RHEL, Fedora, OpenShift), `super_t` (Bottlerocket).
   */
  public static processType(seLinuxType: string): CsiSeLinux {
    return new CsiSeLinux(seLinuxType);
  }

  /** The sidecars are privileged: for policies without a type of that kind. */
  public static privilegedSidecars(): CsiSeLinux {
    return new CsiSeLinux(undefined, true);
  }

  private constructor(
    /** The SELinux type of the sidecars; absent where the runtime gives it. */
    public readonly sidecarType?: string,
    /** Whether the sidecars are privileged. */
    public readonly privileged: boolean = false,
  ) {}

  /** @internal user 0, because the sockets and the directories of the kubelet are open to their owner alone */
  public _sidecarSecurity(): ContainerSecurity {
    return this.privileged
      ? ContainerSecurity.privileged('reaches the socket of the privileged driver on nodes that enforce SELinux', {
        readOnlyRootFilesystem: true,
      })
      : ContainerSecurity.root('talks over sockets that only root of the node may open', {
        ...this.sidecarType !== undefined && { seLinux: { type: this.sidecarType } },
      });
  }
}

guardClass({ CsiSeLinux });
