import { Size } from 'cdk8s';
import { LOG_DEFAULTS } from './defaults';
import { NodeSystem, pathOn } from './private/node-system';
import { fail } from '../private/agent-error';
import { fixedValue } from '../private/default-row';
import { guardClass } from '../private/doors/guard-class';
import { cleanAbsolutePath } from '../private/paths';

/**
 * Details of where an agent keeps its state.
 */
export interface LogStateOptions {
  /**
   * How much of the disk of each node what waits for all destinations may take, together with what they refused and is kept. Buffers whose
   * sum is larger are refused at synth (`exceeded-disk-budget`). With `LogState.withPod` it is also the size limit of the volume, beyond
   * which the kubelet evicts the pod; positions need some MiB of it, too.
   *
   * @default - the sum of the buffers is not checked; with `LogState.withPod` it must fit the limit of ephemeral storage of the container
   */
  readonly diskBudget?: Size;
}

/**
 * Where an agent keeps how far it has read, and what it has not delivered yet.
 */
export class LogState {
  /**
   * In a directory of the node, `/var/lib/node-agents/NAMESPACE.NAME`, on Windows `C:\var\lib\node-agents\NAMESPACE.NAME`: nothing is lost
   * or sent twice when a pod is replaced, or while a destination is down.
   */
  public static onNode(options: LogStateOptions = {}): LogState {
    return new LogState('node', undefined, options.diskBudget);
  }

  /**
   * In this directory of the node. Never change it on a cluster: the new pods would read every file from its beginning.
   *
   * @param directory absolute, of this agent alone
   * @throws invalid-path
   */
  public static onNodeAt(directory: string, options: LogStateOptions = {}): LogState {
    const path = cleanAbsolutePath(directory, 'the directory of the state');
    if (path.split(/[\\/]/).length < 3) {
      fail({
        code: 'invalid-path',
        what: 'the directory of the state is not of the agent alone',
        given: `'${path}'`,
        allowed: 'a directory below another one, such as /var/lib/my-logs',
        fix: 'name a directory that nothing else uses',
      });
    }
    return new LogState('node', path, options.diskBudget);
  }

  /**
   * With the pod: it survives a crash of the container, but a new pod reads every file from its beginning and what was not delivered is
   * lost. For nodes where nothing may be written.
   */
  public static withPod(options: LogStateOptions = {}): LogState {
    return new LogState('pod', undefined, options.diskBudget);
  }

  private constructor(
    /** `node` or `pod`. */
    public readonly kind: string,
    /** The directory of the node, where one was given. */
    public readonly path?: string,
    /** How much of the disk of a node its buffers may take, where it was said. */
    public readonly diskBudget?: Size,
  ) {}

  /** @internal */
  public _directory(agentName: string, namespace: string | undefined, system: NodeSystem): string {
    return this.path
      ?? pathOn(system, `${fixedValue(LOG_DEFAULTS.stateDirectory)}/${namespace === undefined ? '' : `${namespace}.`}${agentName}`);
  }
}

guardClass({ LogState });
