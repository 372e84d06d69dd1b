import { ScaleSettings } from './private/scale-settings';
import { guardClass } from '../private/doors/guard-class';

/**
 * How many nodes a cluster has: what a log agent asks of the Kubernetes API and of destinations grows with them.
 */
export class LogScale {
  /** Up to some hundred nodes: the defaults of the agent. */
  public static standard(): LogScale {
    return new LogScale('standard', {});
  }

  /**
   * 1,000 nodes and more. Whatever is set explicitly wins.
   *
   * - Logs are sent every 5 seconds instead of every second: a fifth of the requests, in larger ones.
   * - The wait between two tries grows from 10 to 120 seconds, at random within: after an outage the nodes do not return at the same time.
   * - 5 % of the nodes are updated at the same time, each after the one before was ready for 10 seconds: each new pod asks the Kubernetes
   *   API once for each pod of its node.
   * - Collectors that list and watch read lists from the cache of the API server.
   *
   * `LogMetadata.fromFileName()` spares the API server altogether, at the price of labels.
   */
  public static large(): LogScale {
    return new LogScale('large', {
      flushSeconds: 5, retryWait: { baseSeconds: 10, capSeconds: 120 }, rollout: { percent: 5, minReadySeconds: 10 }, listsFromCache: true,
    });
  }

  private constructor(
    /** `standard` or `large`. */
    public readonly kind: string,
    /** @internal */
    public readonly _settings: ScaleSettings,
  ) {}
}

guardClass({ LogScale });
