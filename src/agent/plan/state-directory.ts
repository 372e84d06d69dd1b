import { IAgentFeature } from './agent-feature';
import { AgentPlan } from './agent-plan';
import { fail } from '../../private/agent-error';
import { valueOf } from '../../private/default-row';
import { guardClass } from '../../private/doors/guard-class';
import { requireId } from '../../private/user-id';
import { Capability } from '../container/capability';
import { ContainerSecurity } from '../container/container-security';
import { HostPath } from '../container/host-path';
import { Resources } from '../container/resources';
import { AGENT_DEFAULTS } from '../defaults';
import { OperatingSystem } from '../nodes/operating-system';

/**
 * How a directory of the agent's own is mounted and given to its user.
 */
export interface StateDirectoryOptions {
  /**
   * Where the container sees it.
   *
   * @default - the path on the node
   */
  readonly mountPath?: string;

  /**
   * The name of the volume in the pod.
   *
   * @default - derived from the path: `/var/lib/agent` becomes `var-lib-agent`
   */
  readonly volumeName?: string;

  /**
   * The image of the init container that gives the directory to the user. It needs `chown`.
   *
   * @default docker.io/library/busybox:1.37.0
   */
  readonly image?: string;
}

const REASON = 'gives the directory of the state to the user of the agent';
/** Without it `chown -R` fails at the second start, once the agent has made a directory of mode 0700. */
const READS = 'goes through directories that only the user of the agent may read';

/**
 * A directory of the agent's own on the node, for an agent that is not root. The kubelet makes such a directory for root alone, and
 * `fsGroup` has no effect on host paths: an init container gives it to the user before the agent starts.
 *
 *     new NodeAgent(chart, 'agent', {
 *       image: 'ghcr.io/your-org/agent:1.0.0',
 *       securityContext: ContainerSecurity.nonRoot(65534),
 *       features: [StateDirectory.ownedBy('/var/lib/agent', 65534)],
 *     });
 */
export class StateDirectory implements IAgentFeature {
  /**
   * A directory that belongs to this user and the group of the same number.
   *
   * @param path on the node, absolute
   * @param user 1 or more: the user that the agent runs as
   * @throws invalid-path
   * @throws invalid-user
   */
  public static ownedBy(path: string, user: number, options: StateDirectoryOptions = {}): StateDirectory {
    if (requireId(user, 'user') === 0) {
      fail({
        code: 'invalid-user', what: 'what the kubelet makes belongs to root already', given: '0', allowed: '1 to 2147483647',
        fix: 'use HostPath.state',
      });
    }
    const { mountPath, volumeName, image } = options;
    return new StateDirectory(HostPath.state(path, { mountPath, volumeName }), user, image);
  }

  private constructor(
    /** The directory, as the agent mounts it. */
    public readonly directory: HostPath,
    /** The user that it belongs to. */
    public readonly user: number,
    private readonly image: string | undefined,
  ) {}

  /**
   * Mounts the directory, and has it given to the user first. On Windows nodes there is nothing to give.
   */
  public contribute(plan: AgentPlan): void {
    const { directory, user } = this;
    plan.container.addHostPaths(directory);
    if (plan.nodes.operatingSystem === OperatingSystem.WINDOWS) {return;}
    const { image, ...resources } = valueOf(AGENT_DEFAULTS.stateOwner, plan.cluster);
    plan.addInitContainer({
      name: nameIn(plan),
      image: this.image ?? image,
      command: ['chown', '-R', `${user}:${user}`, directory.mountPath],
      hostPaths: [directory],
      resources: Resources.of(resources),
      securityContext: ContainerSecurity.root(REASON, {
        capabilities: [Capability.add('CHOWN', REASON), Capability.add('DAC_READ_SEARCH', READS)],
      }),
    });
  }
}

guardClass({ StateDirectory });

function nameIn(plan: AgentPlan): string {
  let count = 1;
  const name = () => (count === 1 ? 'own-state' : `own-state-${count}`);
  while (plan.findContainer(name()) !== undefined) {count++;}
  return name();
}
