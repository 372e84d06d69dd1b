import { ENVOY_METRICS_PORT } from './envoy-bootstrap';
import type { Resources } from '../../agent/container/resources';
import { fail } from '../../private/agent-error';
import { guardClass } from '../../private/doors/guard-class';
import { isWholeNumber } from '../../private/whole-number';

/**
 * Details of Envoy as a DaemonSet of its own.
 */
export interface CiliumEnvoyOptions {
  /**
   * The image of cilium-envoy. The chart of each release names one, under `envoy.image`.
   *
   * @default - the image of the chart, for the releases whose charts are known here: 1.19.6 and 1.20.0. Other releases need it.
   */
  readonly image?: string;

  /**
   * The port of its metrics, on every address of the node.
   *
   * @default 9964
   */
  readonly metricsPort?: number;

  /**
   * What it reserves and may use.
   *
   * @default - 100m of CPU and 128Mi of memory, without limits
   */
  readonly resources?: Resources;
}

/**
 * Where Envoy runs, which enforces policies of layer 7 and DNS.
 */
export class CiliumEnvoy {
  /** In the container of the agent, which starts it: it restarts with the agent. */
  public static embedded(): CiliumEnvoy {
    return new CiliumEnvoy('embedded');
  }

  /**
   * In a DaemonSet of its own, so that connections survive a restart of the agent. A change of the configuration rolls agents, Envoy and
   * operators together.
   *
   * @throws invalid-network-option
   */
  public static daemonSet(options: CiliumEnvoyOptions = {}): CiliumEnvoy {
    const { metricsPort } = options;
    if (metricsPort !== undefined && !isWholeNumber(metricsPort, 1, 65535)) {
      fail({
        code: 'invalid-network-option', what: '`metricsPort` of Envoy cannot be this', given: String(metricsPort),
        allowed: 'a whole number from 1 to 65535', fix: 'leave it out for 9964',
      });
    }
    return new CiliumEnvoy('daemonSet', options);
  }

  /** Nowhere: policies of layer 7 and of DNS names are not enforced, and Cilium refuses them. */
  public static none(): CiliumEnvoy {
    return new CiliumEnvoy('none');
  }

  private constructor(
    /** `embedded`, `daemonSet` or `none`. */
    public readonly kind: string,
    /** @internal */
    public readonly _options: CiliumEnvoyOptions = {},
  ) {}

  /** @internal as cilium-config has it */
  public get _config(): { readonly [key: string]: string } {
    const isOwn = this.kind === 'daemonSet';
    return {
      'enable-l7-proxy': String(this.kind !== 'none'), 'external-envoy-proxy': String(isOwn),
      ...!isOwn && { 'proxy-prometheus-port': String(ENVOY_METRICS_PORT) },
    };
  }
}

guardClass({ CiliumEnvoy });
