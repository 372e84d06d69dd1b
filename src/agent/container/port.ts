import { isAddress } from '../../private/address';
import { fail, quote } from '../../private/agent-error';
import { fixedValue } from '../../private/default-row';
import { guardClass } from '../../private/doors/guard-class';
import { isPortName } from '../../private/names';
import { isWholeNumber } from '../../private/whole-number';
import { compact, Wire } from '../../private/wire';
import { AGENT_DEFAULTS } from '../defaults';

/**
 * The transport protocol of a port.
 */
export enum Protocol {
  /** TCP. */
  TCP = 'TCP',
  /** UDP. */
  UDP = 'UDP',
  /** SCTP. */
  SCTP = 'SCTP',
}

/**
 * Details of a port.
 */
export interface PortOptions {
  /**
   * The transport protocol.
   *
   * @default Protocol.TCP
   */
  readonly protocol?: Protocol;
}

/**
 * Details of a port that the node itself opens.
 */
export interface HostPortOptions extends PortOptions {
  /**
   * The port of the node.
   *
   * @default - the port of the container
   */
  readonly hostPort?: number;

  /**
   * The address of the node that it is bound to.
   *
   * @default - every address
   */
  readonly hostIp?: string;
}

/**
 * A port that a container listens on.
 */
export class Port {
  /**
   * A port of the pod. On the host network it is a port of the node, and counts as one.
   *
   * @param name a name for probes, Services and monitors: at most 15 lower case letters, digits and `-`
   * @param port 1 to 65535
   * @throws invalid-port
   */
  public static container(name: string, port: number, options: PortOptions = {}): Port {
    return new Port(name, port, options.protocol ?? defaultProtocol(), true);
  }

  /**
   * A port of the pod that the node opens too. Only one pod of a node can have it.
   *
   * @param name a name for probes, Services and monitors: at most 15 lower case letters, digits and `-`
   * @param port 1 to 65535
   * @throws invalid-port
   */
  public static host(name: string, port: number, options: HostPortOptions = {}): Port {
    return new Port(name, port, options.protocol ?? defaultProtocol(), true, options.hostPort ?? port, options.hostIp);
  }

  /**
   * A port that the container listens on but does not declare: nothing is written. On the host network it is claimed all the same, so that
   * two agents that would fight over it are found. For servers on the loopback address, which no Service can reach.
   *
   * @param name a name for error messages
   * @param port 1 to 65535
   * @param address the address it is bound to: `127.0.0.1`, `localhost`, `0.0.0.0`
   * @throws invalid-port
   */
  public static undeclared(name: string, port: number, address: string, options: PortOptions = {}): Port {
    return new Port(name, port, options.protocol ?? defaultProtocol(), false, undefined, address === 'localhost' ? '127.0.0.1' : address);
  }

  private constructor(
    /** The name of the port. */
    public readonly name: string,
    /** The port of the container. */
    public readonly containerPort: number,
    /** The transport protocol. */
    public readonly protocol: Protocol,
    /** Whether the port is written into the container. */
    public readonly isDeclared: boolean,
    /** The port of the node, where one is asked for. */
    public readonly hostPort?: number,
    /** The address that it is bound to; absent for every address. */
    public readonly hostIp?: string,
  ) {
    if (!isPortName(name)) {
      fail({
        code: 'invalid-port',
        what: 'a port cannot have this name',
        given: quote(name),
        allowed: 'at most 15 lower case letters, digits and single `-`, with at least one letter',
        fix: 'use a short name such as http-metrics',
      });
    }
    if (hostIp !== undefined && !isAddress(hostIp)) {
      fail({
        code: 'invalid-port', what: `the port ${quote(name)} is bound to no address`, given: quote(hostIp), allowed: 'an IP address',
        fix: 'write the address in numbers',
      });
    }
    for (const value of [containerPort, ...hostPort === undefined ? [] : [hostPort]]) {
      if (!isWholeNumber(value, 1, 65535)) {
        fail({
          code: 'invalid-port', what: `the port ${quote(name)} has no such number`, given: String(value), allowed: '1 to 65535',
          fix: 'correct the number',
        });
      }
    }
  }

  /** @internal what a probe or Service names: the name of a declared port, else the number */
  public _reference(): string | number {
    return this.isDeclared ? this.name : this.containerPort;
  }

  /** @internal */
  public _toWire(): Wire {
    return compact({
      name: this.name,
      containerPort: this.containerPort,
      hostPort: this.hostPort,
      hostIP: this.hostPort === undefined ? undefined : this.hostIp,
      protocol: this.protocol,
    });
  }
}

guardClass({ Port });

function defaultProtocol(): Protocol {
  return fixedValue(AGENT_DEFAULTS.protocol) as Protocol;
}
