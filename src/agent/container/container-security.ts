import { Capability } from './capability';
import {
  ContainerSecurityOptions, ExactContainerSecurity, PrivilegedSecurityOptions, RootSecurityOptions,
} from './container-security-options';
import { requireWindowsUser } from './windows-user';
import { PRIVILEGE_CONTRADICTION } from '../../cluster/privileges/privilege-contradictions';
import { AgentError, fail } from '../../private/agent-error';
import { fixedValue } from '../../private/default-row';
import { guardClass } from '../../private/doors/guard-class';
import { findingOf } from '../../private/finding';
import { requireReason } from '../../private/reason';
import { requireId } from '../../private/user-id';
import { compact, orUndefined, Wire, withoutEmptyTexts } from '../../private/wire';
import { AGENT_DEFAULTS } from '../defaults';

/**
 * With which rights a container runs. The default is the least; more is asked for by name, with a reason.
 */
export class ContainerSecurity {
  /**
   * Never user 0, no capability, no way to gain privileges, a read-only root file system. The user is the image's: where that is root, the
   * kubelet refuses to start the container and says so, instead of letting it run without the rights it counts on.
   */
  public static leastPrivilege(options: ContainerSecurityOptions = {}): ContainerSecurity {
    return ContainerSecurity.restricted({ runAsNonRoot: true }, options);
  }

  /**
   * As `leastPrivilege`, with a user of its own.
   *
   * @param user 1 or more, such as 65534 (nobody)
   * @throws invalid-user
   */
  public static nonRoot(user: number, options: ContainerSecurityOptions = {}): ContainerSecurity {
    if (requireId(user, 'user') === 0) {
      fail({
        code: 'invalid-user', what: 'user 0 is root', given: 'nonRoot(0)', allowed: '1 to 2147483647',
        fix: 'use ContainerSecurity.root with a reason, or another user',
      });
    }
    return ContainerSecurity.restricted({ runAsNonRoot: true, runAsUser: user, runAsGroup: user }, options);
  }

  /**
   * User 0, but without any capability and without a way to gain privileges: enough to read what only root may read. `capabilities` adds
   * some of them, and `keepRuntimeCapabilities` keeps those that the container runtime gives every container, as manifests have them that
   * only `add`:
   *
   *     ContainerSecurity.root('configures interfaces of the node', {
   *       capabilities: [Capability.add('NET_ADMIN', 'configures interfaces of the node')],
   *       keepRuntimeCapabilities: true,
   *     });
   *
   * @param reason what the agent needs it for: one line of at least three words
   * @throws missing-reason
   */
  public static root(reason: string, options: RootSecurityOptions = {}): ContainerSecurity {
    return ContainerSecurity.restricted(
      { runAsNonRoot: false, runAsUser: 0, runAsGroup: 0 }, options, requireReason(reason, 'running as root'));
  }

  /**
   * Everything the node's root user can do, where the image's user is root: no user is set. Capabilities, seccomp and AppArmor have no
   * effect, so none is written, and neither is a read-only root file system unless it is asked for.
   *
   * @param reason what the agent needs it for: one line of at least three words
   * @throws missing-reason
   */
  public static privileged(reason: string, options: PrivilegedSecurityOptions = {}): ContainerSecurity {
    return new ContainerSecurity({
      privileged: true,
      readOnlyRootFilesystem: options.readOnlyRootFilesystem || undefined,
      runAsGroup: options.group === undefined ? undefined : requireId(options.group, 'group'),
      seLinuxOptions: options.seLinux && withoutEmptyTexts(options.seLinux),
    }, [], requireReason(reason, 'a privileged container'));
  }

  /**
   * Exactly what is given.
   *
   * @throws privilege-contradiction
   */
  public static of(options: ExactContainerSecurity): ContainerSecurity {
    if (options.user === 0 && options.runAsNonRoot) {
      fail({
        code: 'invalid-user', what: 'user 0 is root', given: 'user: 0, runAsNonRoot: true',
        fix: 'leave one of them out: the kubelet refuses to start the container',
      });
    }
    return new ContainerSecurity({
      allowPrivilegeEscalation: options.allowPrivilegeEscalation,
      privileged: options.privileged,
      readOnlyRootFilesystem: options.readOnlyRootFilesystem,
      runAsNonRoot: options.runAsNonRoot,
      runAsUser: options.user === undefined ? undefined : requireId(options.user, 'user'),
      runAsGroup: options.group === undefined ? undefined : requireId(options.group, 'group'),
      capabilities: orUndefined({ add: names(options.capabilities), drop: options.dropCapabilities }),
      seccompProfile: options.seccomp?._toSeccomp(),
      appArmorProfile: options.appArmor?._toWire(),
      seLinuxOptions: options.seLinux && withoutEmptyTexts(options.seLinux),
    }, options.capabilities ?? [], reasonOf(options), true);
  }

  /** No security context: the image and the runtime decide. */
  public static none(): ContainerSecurity {
    return new ContainerSecurity({}, [], undefined, true);
  }

  /**
   * A Windows HostProcess container: it runs on the host itself, and needs the host network.
   *
   * @param userName `NT AUTHORITY\SYSTEM`, `NT AUTHORITY\Local service` or `NT AUTHORITY\NetworkService`, or a local group
   * @param reason what the agent needs it for: one line of at least three words
   * @throws missing-reason
   */
  public static windowsHostProcess(userName: string, reason: string): ContainerSecurity {
    return new ContainerSecurity(
      { windowsOptions: { hostProcess: true, runAsUserName: requireWindowsUser(userName) } }, [],
      requireReason(reason, 'a HostProcess container'));
  }

  /**
   * A Windows container that runs as this user.
   *
   * @param userName `ContainerUser` or `ContainerAdministrator`
   */
  public static windowsUser(userName: string): ContainerSecurity {
    return new ContainerSecurity({ windowsOptions: { runAsUserName: requireWindowsUser(userName) } }, []);
  }

  private static restricted(user: Wire, options: RootSecurityOptions, reason?: string): ContainerSecurity {
    const { allowPrivilegeEscalation, dropCapabilities, readOnlyRootFilesystem } = fixedValue(AGENT_DEFAULTS.restriction);
    return new ContainerSecurity({
      allowPrivilegeEscalation,
      capabilities: orUndefined({
        drop: options.keepRuntimeCapabilities ? undefined : [...dropCapabilities],
        add: options.capabilities?.length ? names(options.capabilities) : undefined,
      }),
      readOnlyRootFilesystem: readOnlyRootFilesystem && !options.writableRootFilesystem,
      ...user,
      ...options.group !== undefined && { runAsGroup: requireId(options.group, 'group') },
      seccompProfile: options.seccomp?._toSeccomp(),
      appArmorProfile: options.appArmor?._toWire(),
      seLinuxOptions: options.seLinux && withoutEmptyTexts(options.seLinux),
    }, options.capabilities ?? [], reason);
  }

  private readonly context: Wire;

  private constructor(
    context: Wire,
    /** The capabilities that are added, each with its reason. */
    public readonly capabilities: Capability[],
    /** Why more than the least is asked for. */
    public readonly reason?: string,
    private readonly isExact: boolean = false,
  ) {
    this.context = compact(context);
    if (this.isPrivileged && this.context.allowPrivilegeEscalation === false) {
      throw new AgentError(findingOf(PRIVILEGE_CONTRADICTION, {
        what: 'a privileged container cannot forbid privilege escalation',
        given: 'privileged: true, allowPrivilegeEscalation: false',
        fix: 'leave allowPrivilegeEscalation out, or do without privileged and add the capabilities that are needed',
      }));
    }
  }

  /**
   * Whether the container is privileged.
   */
  public get isPrivileged(): boolean {
    return this.context.privileged === true;
  }

  /** @internal the same with more capabilities; what is spelled out by hand stays as it is */
  public _with(more: Capability[]): ContainerSecurity {
    if (this.isExact || this.isPrivileged) {return this;}
    const capabilities = [...this.capabilities, ...more];
    return new ContainerSecurity(
      { ...this.context, capabilities: { ...this.context.capabilities, add: names(capabilities) } }, capabilities, this.reason);
  }

  /** @internal whether capabilities that are added would have no effect */
  public get _ignoresCapabilities(): boolean {
    return this.context.runAsNonRoot === true || this.context.runAsUser > 0;
  }

  /** @internal */
  public get _isHostProcess(): boolean {
    return this.context.windowsOptions?.hostProcess === true;
  }

  /** Whether the processes run as root by declaration. */
  public get isRoot(): boolean {
    return this.context.runAsUser === 0;
  }

  /** @internal */
  public get _usesAppArmor(): boolean {
    return this.context.appArmorProfile !== undefined;
  }

  /** @internal */
  public _toWire(): Wire | undefined {
    return orUndefined(this.context);
  }
}

guardClass({ ContainerSecurity });

function names(capabilities: Capability[] | undefined): string[] | undefined {
  return capabilities && [...new Set(capabilities.map(capability => capability.name))].sort();
}

function reasonOf(options: ExactContainerSecurity): string | undefined {
  if (!options.privileged && options.user !== 0) {return options.reason;}
  return requireReason(options.reason ?? '', options.privileged ? 'a privileged container' : 'running as root');
}
