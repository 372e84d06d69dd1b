/** The containers of log agents, by name: those that this library makes. */
const CONTAINERS: readonly string[] = ['fluent-bit', 'opentelemetry-collector', 'vector'];

/** A log agent, as far as it decides whose logs it leaves out. */
export interface Reader {
  /** The name of its container. */
  readonly container: string;
  readonly namespace?: string;
  /** Whether it writes logs to its own log, where other log agents that do so read them. */
  readonly writesToStdout?: boolean;
}

/**
 * The containers whose logs an agent leaves out, and their namespaces, `*` for all of them.
 *
 * Every agent of its kind in the namespace: one that shipped its own errors, or two that shipped each other's, would make more of them with
 * each. Of those that write logs to their own logs each would read what the others read, so they leave out every log agent.
 */
export function containersLeftOut({ container, namespace = '*', writesToStdout }: Reader): Array<{
  readonly namespace: string; readonly container: string;
}> {
  return writesToStdout ? CONTAINERS.map(each => ({ namespace: '*', container: each })) : [{ namespace, container }];
}

/** Files that are the log of the container that writes them. */
const OWN_LOG = /^\/(dev\/(stdout|stderr|fd\/[12]|console)|proc\/(self|1)\/fd\/[12])$/;

/** Whether something that a configuration sends logs to is the log of the container, by its type and the path that it writes. */
export function isOwnLog(type: string, path: unknown, ownLogTypes: readonly string[]): boolean {
  return ownLogTypes.includes(type) || typeof path === 'string' && OWN_LOG.test(path);
}
