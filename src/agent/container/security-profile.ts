import { fail } from '../../private/agent-error';
import { guardClass } from '../../private/doors/guard-class';
import { requireRelativePath } from '../../private/paths';

/**
 * A seccomp or AppArmor profile.
 */
export class SecurityProfile {
  /** The profile of the container runtime. */
  public static runtimeDefault(): SecurityProfile {
    return new SecurityProfile('RuntimeDefault');
  }

  /** No confinement. */
  public static unconfined(): SecurityProfile {
    return new SecurityProfile('Unconfined');
  }

  /**
   * A profile that is loaded on the node.
   *
   * @param profile its name (AppArmor), or its path below the kubelet's seccomp directory
   * @throws invalid-path
   */
  public static localhost(profile: string): SecurityProfile {
    return new SecurityProfile('Localhost', requireShort(requireSteps(profile.trim())));
  }

  private constructor(
    /** `RuntimeDefault`, `Unconfined` or `Localhost`. */
    public readonly type: string,
    /** The profile on the node, with `Localhost`. */
    public readonly localhostProfile?: string,
  ) {}

  /** @internal profiles of seccomp are files below a directory of the kubelet */
  public _toSeccomp(): { [field: string]: string } {
    if (this.localhostProfile !== undefined) {requireRelativePath(this.localhostProfile, 'the seccomp profile');}
    return this._toWire();
  }

  /** @internal profiles of AppArmor are named after the program that they are for, mostly with its path */
  public _toWire(): { [field: string]: string } {
    return { type: this.type, ...this.localhostProfile !== undefined && { localhostProfile: this.localhostProfile } };
  }
}

guardClass({ SecurityProfile });

/** The API server takes no longer name of an AppArmor profile, and no path is longer. */
const MAX_BYTES = 4095;

/** A name, or a path without steps back. */
function requireSteps(profile: string): string {
  requireRelativePath(profile.replace(/^\//, ''), 'the profile');
  return profile;
}

function requireShort(profile: string): string {
  const bytes = Buffer.byteLength(profile);
  if (bytes > MAX_BYTES) {
    fail({
      code: 'invalid-path', what: 'the profile has too long a name', given: `${bytes} bytes`, allowed: `${MAX_BYTES} bytes`,
      fix: 'shorten the name of the profile',
    });
  }
  return profile;
}
