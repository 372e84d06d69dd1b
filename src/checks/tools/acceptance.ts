import type { Wire } from '../../private/wire';

/** What was accepted of an object, and why. */
export interface Acceptance {
  readonly object: { readonly apiVersion: string; readonly kind: string; readonly name: string; readonly namespace?: string };
  /**
   * The id of a rule, or a right of the pod: `privileged`, `root`, `hostNetwork`, `hostPID`, `hostIPC`, `hostProcess`, or the name of a
   * capability.
   */
  readonly id: string;
  readonly reason: string;
  /** Only what this container has; the whole object where absent. */
  readonly container?: string;
  /** Only what stands at this path of the object, or below it. */
  readonly path?: string;
  /** The object as it is written: it decides which checks of a tool find something. */
  readonly manifest: Wire;
}
