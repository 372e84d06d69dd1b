import { fail, quote } from '../../private/agent-error';
import { guardClass } from '../../private/doors/guard-class';
import { requireName } from '../../private/names';

/**
 * How the pods of an agent are admitted and confined on OpenShift.
 */
export interface OpenShiftAccessOptions {
  /**
   * The SELinux type of containers that mount files of the node and are not privileged. Empty: the runtime gives it, and such a container
   * may read nothing but what the runtime labels for it.
   *
   * @default spc_t - the type without confinement of the policy of Red Hat: the collector of OpenShift itself has it
   */
  readonly seLinuxType?: string;
}

/**
 * Under which SecurityContextConstraints the pods of an agent run on OpenShift, which admits nothing beyond `restricted-v2` without. The
 * service account of the agent may use them, and gets no token for it.
 */
export class OpenShiftAccess {
  /**
   * SecurityContextConstraints of the agent's own, which allow what its pods ask for and no more: host paths, host network and ports,
   * capabilities, the user. Who applies them needs the right to make SecurityContextConstraints. They are cluster-wide, and named after
   * namespace and agent.
   */
  public static own(options: OpenShiftAccessOptions = {}): OpenShiftAccess {
    return new OpenShiftAccess('own', undefined, options);
  }

  /**
   * SecurityContextConstraints that exist in the cluster, such as `privileged` or `hostmount-anyuid`.
   *
   * @throws invalid-name
   */
  public static existing(name: string, options: OpenShiftAccessOptions = {}): OpenShiftAccess {
    return new OpenShiftAccess('existing', requireName(name, 'dns-subdomain', 'the SecurityContextConstraints'), options);
  }

  /** Nothing is written: somebody else admits the pods, or they need no more than `restricted-v2`. */
  public static none(): OpenShiftAccess {
    return new OpenShiftAccess('none', undefined, { seLinuxType: '' });
  }

  /** @internal the type, where one is given or is the default */
  public readonly _seLinuxType: string | undefined;

  private constructor(
    /** `own`, `existing` or `none`. */
    public readonly kind: string,
    /** The name of the SecurityContextConstraints, where they exist already. */
    public readonly name: string | undefined,
    { seLinuxType }: OpenShiftAccessOptions,
  ) {
    if (seLinuxType !== undefined && !/^[A-Za-z0-9_.]*$/.test(seLinuxType)) {
      fail({
        code: 'invalid-field', what: 'this is not an SELinux type', given: quote(seLinuxType),
        allowed: 'letters, digits, `_` and `.`, or nothing', fix: 'write spc_t, or leave it out',
      });
    }
    this._seLinuxType = seLinuxType;
  }
}

guardClass({ OpenShiftAccess });
