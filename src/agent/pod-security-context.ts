import { SeLinuxOptions } from './container/se-linux-options';
import { SecurityProfile } from './container/security-profile';
import { requireWindowsUser } from './container/windows-user';
import { Privilege } from './plan/privilege';
import { fail, quote } from '../private/agent-error';
import { guardClass } from '../private/doors/guard-class';
import { requireReason } from '../private/reason';
import { requireId } from '../private/user-id';
import { orUndefined, sortedEntries, Wire, withoutEmptyTexts } from '../private/wire';

/**
 * What holds for every container of the pod.
 */
export interface PodSecurityContextOptions {
  /**
   * The system call filter.
   *
   * @default - not written: what the kubelet is set to, usually no filter
   */
  readonly seccomp?: SecurityProfile;

  /**
   * The AppArmor profile. Needs Kubernetes 1.30.
   *
   * @default - not written: the profile of the runtime
   */
  readonly appArmor?: SecurityProfile;

  /**
   * The SELinux labels.
   *
   * @default - the labels that the runtime gives
   */
  readonly seLinux?: SeLinuxOptions;

  /**
   * The user of the processes, not root: that is asked for by the container that needs it.
   *
   * @default - the user of each image
   */
  readonly user?: number;

  /**
   * The group of the processes.
   *
   * @default - the group of each image
   */
  readonly group?: number;

  /**
   * Whether the kubelet refuses to start containers as user 0.
   *
   * @default - each container says so itself
   */
  readonly runAsNonRoot?: boolean;

  /**
   * The group that owns volumes. It has no effect on host paths.
   *
   * @default - volumes keep the group that they have
   */
  readonly fsGroup?: number;

  /**
   * Further groups of the processes. Group 0 lets a non-root user read what root's group may read.
   *
   * @default - those of the image
   */
  readonly supplementalGroups?: number[];

  /**
   * Kernel parameters of the pod's own namespaces, by name. Not those of a namespace that is shared with the node.
   *
   * @default - the parameters are those of the node
   */
  readonly sysctls?: { [name: string]: string };
}

/**
 * What a pod that runs as root can still choose.
 */
export interface RootPodSecurityOptions {
  /**
   * The system call filter.
   *
   * @default - that of the runtime
   */
  readonly seccomp?: SecurityProfile;

  /**
   * The SELinux labels.
   *
   * @default - the labels that the runtime gives
   */
  readonly seLinux?: SeLinuxOptions;

  /**
   * The group that owns volumes. It has no effect on host paths.
   *
   * @default - volumes keep the group that they have
   */
  readonly fsGroup?: number;
}

/**
 * What holds for every container of the pod. Each container can narrow or widen it with its own ContainerSecurity.
 */
export class PodSecurityContext {
  /** What is given, and nothing else. */
  public static of(options: PodSecurityContextOptions): PodSecurityContext {
    return new PodSecurityContext(orUndefined({
      seccompProfile: options.seccomp?._toSeccomp(),
      appArmorProfile: options.appArmor?._toWire(),
      seLinuxOptions: options.seLinux && withoutEmptyTexts(options.seLinux),
      runAsUser: options.user === undefined ? undefined : requireNonRoot(options.user),
      runAsGroup: options.group === undefined ? undefined : requireId(options.group, 'group'),
      runAsNonRoot: options.runAsNonRoot,
      fsGroup: options.fsGroup === undefined ? undefined : requireId(options.fsGroup, 'group'),
      supplementalGroups: options.supplementalGroups?.map(group => requireId(group, 'group')),
      sysctls: sortedEntries(options.sysctls).map(([name, value]) => ({ name: requireSysctl(name), value })),
    }));
  }

  /** The system call filter of the runtime, which is otherwise off unless the kubelet says so. */
  public static runtimeDefault(): PodSecurityContext {
    return PodSecurityContext.of({ seccomp: SecurityProfile.runtimeDefault() });
  }

  /**
   * User and group 0 for every container that does not say otherwise: for images whose own user is another one. A container that needs it
   * alone better has `ContainerSecurity.root`.
   *
   * @param reason what the agent needs it for: one line of at least three words
   * @throws missing-reason
   */
  public static root(reason: string, options: RootPodSecurityOptions = {}): PodSecurityContext {
    return new PodSecurityContext(orUndefined({
      seccompProfile: (options.seccomp ?? SecurityProfile.runtimeDefault())._toWire(),
      seLinuxOptions: options.seLinux && withoutEmptyTexts(options.seLinux),
      runAsUser: 0,
      runAsGroup: 0,
      runAsNonRoot: false,
      fsGroup: options.fsGroup === undefined ? undefined : requireId(options.fsGroup, 'group'),
    }), requireReason(reason, 'a pod that runs as root'));
  }

  /**
   * Every container of the pod is a Windows HostProcess container: it runs on the host itself, and needs the host network.
   *
   * @param userName `NT AUTHORITY\\SYSTEM`, `NT AUTHORITY\\Local service` or `NT AUTHORITY\\NetworkService`, or a local group
   * @param reason what the agent needs it for: one line of at least three words
   * @throws missing-reason
   * @throws invalid-user
   */
  public static windowsHostProcess(userName: string, reason: string): PodSecurityContext {
    return new PodSecurityContext(
      { windowsOptions: { hostProcess: true, runAsUserName: requireWindowsUser(userName) } }, requireReason(reason, 'a HostProcess pod'));
  }

  /** Nothing for the pod as a whole. */
  public static none(): PodSecurityContext {
    return new PodSecurityContext();
  }

  private constructor(
    private readonly context?: Wire,
    /** Why the pod asks for more than the least, where it does. */
    public readonly reason?: string,
  ) {}

  /**
   * Whether nothing is set for the pod as a whole.
   */
  public get isEmpty(): boolean {
    return this.context === undefined;
  }

  /** @internal the right that all containers have by it, with its reason */
  public get _privilege(): Privilege | undefined {
    if (this.reason === undefined) {return undefined;}
    return { name: this.context?.windowsOptions === undefined ? 'root' : 'hostProcess', reason: this.reason };
  }

  /** @internal */
  public get _usesAppArmor(): boolean {
    return this.context?.appArmorProfile !== undefined;
  }

  /** @internal */
  public _toWire(): Wire | undefined {
    return this.context;
  }
}

guardClass({ PodSecurityContext });

function requireNonRoot(user: number): number {
  if (requireId(user, 'user') === 0) {
    fail({
      code: 'invalid-user', what: 'a whole pod cannot run as root', given: 'user: 0', allowed: '1 to 2147483647',
      fix: 'use ContainerSecurity.root with a reason, on the container that needs it, or PodSecurityContext.root',
    });
  }
  return user;
}

function requireSysctl(name: string): string {
  if (name.length > 253 || !/^[a-z0-9]([-_a-z0-9]*[a-z0-9])?([./][a-z0-9]([-_a-z0-9]*[a-z0-9])?)*$/.test(name)) {
    fail({
      code: 'invalid-name', what: 'there is no such kernel parameter', given: quote(name), allowed: 'a name such as net.core.somaxconn',
      fix: 'look it up with sysctl -a',
    });
  }
  return name;
}
