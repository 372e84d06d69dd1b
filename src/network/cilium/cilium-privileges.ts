import { CAPABILITIES, CiliumContainer } from './cilium-capabilities';
import { Capability } from '../../agent/container/capability';
import { ContainerSecurity } from '../../agent/container/container-security';
import { fail } from '../../private/agent-error';
import { guardClass } from '../../private/doors/guard-class';

const SE_LINUX = { type: 'spc_t', level: 's0' };

/**
 * Capabilities of single containers of Cilium, in place of those of its chart: names of capabilities(7) without the prefix `CAP_`.
 */
export interface CiliumCapabilitiesOptions {
  /**
   * Of the agent.
   *
   * @default - those of the chart, without those that the platform of the target cluster refuses
   */
  readonly agent?: string[];

  /**
   * Of the step that removes a former state.
   *
   * @default - those of the chart, without those that the platform of the target cluster refuses
   */
  readonly cleanState?: string[];

  /**
   * Of the steps that mount the control groups and set kernel parameters in the namespaces of the node.
   *
   * @default - those of the chart
   */
  readonly nodeSteps?: string[];

  /**
   * Of Envoy as a DaemonSet of its own.
   *
   * @default - those of the chart
   */
  readonly envoy?: string[];
}

const OWN: { readonly [container in CiliumContainer]?: keyof CiliumCapabilitiesOptions } = {
  'cilium-agent': 'agent', 'clean-cilium-state': 'cleanState', 'mount-cgroup': 'nodeSteps', 'apply-sysctl-overwrites': 'nodeSteps',
  'cilium-envoy': 'envoy',
};

/**
 * What the containers of Cilium may do on the node.
 */
export class CiliumPrivileges {
  /**
   * Lists of capabilities, as the chart has them: nothing is privileged but the step that mounts the eBPF file system.
   *
   * @throws invalid-capability
   */
  public static capabilities(options: CiliumCapabilitiesOptions = {}): CiliumPrivileges {
    Object.values(options).flatMap((names: string[] | undefined) => names ?? []).forEach(name => Capability.add(
      name, 'given to the containers of Cilium',
    ));
    return new CiliumPrivileges('capabilities', options);
  }

  /** Privileged containers, where a kernel or a security module of the node refuses more than capabilities allow. */
  public static privileged(): CiliumPrivileges {
    return new CiliumPrivileges('privileged');
  }

  private constructor(
    /** `capabilities` or `privileged`. */
    public readonly kind: string,
    private readonly own: CiliumCapabilitiesOptions = {},
  ) {}

  /** @internal */
  public get _isPrivileged(): boolean {
    return this.kind === 'privileged';
  }

  /** @internal of a container, without what the platform refuses to every process */
  public _securityOf(container: CiliumContainer, refused: readonly string[] = []): ContainerSecurity {
    if (this._isPrivileged && container !== 'cilium-envoy') {
      return ContainerSecurity.privileged('programs the kernel of the node, and its configuration has no lists of capabilities');
    }
    const given = this.own[OWN[container] ?? 'agent'];
    const isOwn = OWN[container] !== undefined && given !== undefined;
    const known: ReadonlyArray<readonly [name: string, reason: string]> = CAPABILITIES[container];
    const reasons = new Map(known);
    const names = isOwn ? given : known.map(([name]) => name).filter(name => !refused.includes(name));
    if (isOwn && given.some(name => refused.includes(name))) {
      const name = given.find(each => refused.includes(each))!;
      fail({
        code: 'invalid-network-option', what: `the platform of the target cluster refuses this capability to ${container}`, given: name,
        allowed: `other capabilities than ${refused.join(', ')}`, fix: `leave ${name} out`,
      });
    }
    return ContainerSecurity.of({
      privileged: false, dropCapabilities: ['ALL'], ...container !== 'config' && { seLinux: SE_LINUX },
      capabilities: names.map(name => Capability.add(name, reasons.get(name) ?? 'given to the containers of Cilium')),
    });
  }
}

guardClass({ CiliumPrivileges });
