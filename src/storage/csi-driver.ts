import { CsiDriverOptions } from './csi-driver-options';
import { fail, quote } from '../private/agent-error';
import { isDnsSubdomain } from '../private/names';
import { nfsCsiDriver } from './drivers/nfs/nfs-csi-driver';
import { NfsCsiDriverOptions } from './drivers/nfs/nfs-csi-driver-options';
import { requireDriverObject } from './private/driver-object-spec';
import { TaintEffect, Toleration } from '../agent/nodes/toleration';
import { guardClass } from '../private/doors/guard-class';

/**
 * A CSI driver: which image, what it needs of its node, and what Kubernetes must know of its volumes.
 */
export class CsiDriver {
  /**
   * Any driver, from its own manifest.
   *
   * @throws invalid-name
   * @throws invalid-csi-driver
   */
  public static of(options: CsiDriverOptions): CsiDriver {
    return new CsiDriver(options.name, options);
  }

  /**
   * File shares of NFS servers, by csi-driver-nfs. Shares that exist are mounted by this alone; to have them made for claims, its controller is needed as well.
   *
   * @throws invalid-name
   */
  public static nfs(options: NfsCsiDriverOptions = {}): CsiDriver {
    return CsiDriver.of(nfsCsiDriver(options));
  }

  private constructor(
    /** The name of the driver, which is also the name of its CSIDriver object. */
    public readonly name: string,
    /** @internal */
    public readonly _options: CsiDriverOptions,
  ) {
    if (name.length > MAX_NAME || !isDnsSubdomain(name)) {
      fail({
        code: 'invalid-name',
        what: 'a CSI driver cannot have this name',
        given: `${quote(name)}, ${name.length} characters`,
        allowed: `1 to ${MAX_NAME} lower case letters, digits, \`-\` and \`.\`, a letter or digit at both ends and beside every \`.\``,
        fix: 'copy the name from the CSIDriver object of the driver\'s own manifest',
      });
    }
    requireDriverObject(_options.driverObject ?? {});
  }

  /**
   * The taint that keeps pods off a new node until the driver has registered, for drivers that remove it.
   */
  public get startupTaintKey(): string {
    return `${this.name}/agent-not-ready`;
  }

  /**
   * What a plugin has to tolerate that is not to tolerate everything: the start-up taint, and the taints of nodes that autoscalers empty, on which it has to outlive the
   * pods whose volumes it unmounts.
   */
  public get lifecycleTolerations(): Toleration[] {
    return [
      Toleration.exists(this.startupTaintKey),
      Toleration.exists('ToBeDeletedByClusterAutoscaler', { effect: TaintEffect.NO_SCHEDULE }),
      Toleration.exists('karpenter.sh/disrupted'),
      Toleration.exists('karpenter.sh/disruption'),
      Toleration.exists('node.kubernetes.io/not-ready', { effect: TaintEffect.NO_SCHEDULE }),
    ];
  }
}

guardClass({ CsiDriver });

/** What CSINode objects take as the name of a driver. */
const MAX_NAME = 63;
