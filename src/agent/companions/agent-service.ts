import { fail, quote } from '../../private/agent-error';
import { guardClass } from '../../private/doors/guard-class';
import { compact, Wire } from '../../private/wire';
import { Port } from '../container/port';

/**
 * Details of a Service.
 */
export interface AgentServiceOptions {
  /**
   * The name of the Service.
   *
   * @default - the name of the agent
   */
  readonly name?: string;

  /**
   * Labels in addition to those of the agent.
   *
   * @default - the Service carries the labels of the agent
   */
  readonly labels?: { [key: string]: string };

  /**
   * Annotations.
   *
   * @default - the Service carries no annotation
   */
  readonly annotations?: { [key: string]: string };
}

/**
 * A Service in front of the agent's pods.
 */
export class AgentService {
  /** No address of its own, only the addresses of the pods: what scrapers need, and no work for kube-proxy on any node. */
  public static headless(ports: Port[], options: AgentServiceOptions = {}): AgentService {
    return new AgentService(ports, { clusterIP: 'None' }, options);
  }

  /** An address that leads to the agent on the caller's own node, and to nothing where there is none. */
  public static nodeLocal(ports: Port[], options: AgentServiceOptions = {}): AgentService {
    return new AgentService(ports, { internalTrafficPolicy: 'Local' }, options);
  }

  /** An address that leads to any of the agents. */
  public static clusterIp(ports: Port[], options: AgentServiceOptions = {}): AgentService {
    return new AgentService(ports, {}, options);
  }

  /** The ports that it leads to. */
  public readonly ports: Port[];

  private constructor(
    ports: Port[],
    private readonly traffic: Wire,
    /** @internal */
    public readonly _options: AgentServiceOptions,
  ) {
    if (ports.length === 0) {
      fail({
        code: 'invalid-port', what: 'a Service leads to no port', given: 'an empty list', allowed: 'at least one port',
        fix: 'name the ports of the agent',
      });
    }
    const twice = ports.find((port, index) => ports.slice(0, index)
      .some(other => other.name === port.name || (other.containerPort === port.containerPort && other.protocol === port.protocol)));
    if (twice !== undefined) {
      fail({
        code: 'conflicting-port', what: 'a Service has two ports of one name or number',
        given: `${quote(twice.name)} ${twice.containerPort}/${twice.protocol}`,
        fix: 'keep one of them',
      });
    }
    this.ports = [...ports];
  }

  /** @internal */
  public _toWire(selector: Wire): Wire {
    return compact({
      ...this.traffic,
      selector,
      ports: this.ports.map(port => ({
        name: port.name, port: port.containerPort, protocol: port.protocol, targetPort: port._reference(),
      })),
    });
  }
}

guardClass({ AgentService });
