import { Duration } from 'cdk8s';
import { Port } from './port';
import { fail, quote } from '../../private/agent-error';
import { guardClass } from '../../private/doors/guard-class';
import { wholeSeconds } from '../../private/duration';
import { isWholeNumber, MAX_INT32 } from '../../private/whole-number';
import { compact, sortedEntries, Wire } from '../../private/wire';

/**
 * When a probe runs, and how often it must agree before something happens.
 */
export interface ProbeOptions {
  /**
   * How long after the start of the container the first one runs.
   *
   * @default - at once
   */
  readonly initialDelay?: Duration;

  /**
   * How often it runs.
   *
   * @default - every 10 seconds, by the API server
   */
  readonly period?: Duration;

  /**
   * How long an answer may take.
   *
   * @default - 1 second, by the API server
   */
  readonly timeout?: Duration;

  /**
   * How many failures in a row count.
   *
   * @default - 3, by the API server
   */
  readonly failureThreshold?: number;

  /**
   * How many successes in a row count. Only a readiness probe may ask for more than one.
   *
   * @default - 1, by the API server
   */
  readonly successThreshold?: number;

  /**
   * How long the container may take to stop after it failed. Not for readiness probes.
   *
   * @default - the grace period of the pod
   */
  readonly terminationGracePeriod?: Duration;
}

/**
 * Details of a probe over TCP.
 */
export interface TcpProbeOptions extends ProbeOptions {
  /**
   * The address to connect to, for servers that listen on the loopback address of the host network: `localhost`.
   *
   * @default - the address of the pod
   */
  readonly host?: string;
}

/**
 * Details of a probe over gRPC.
 */
export interface GrpcProbeOptions extends ProbeOptions {
  /**
   * The service that is asked for.
   *
   * @default - the server as a whole
   */
  readonly service?: string;
}

/**
 * Details of a probe over HTTP.
 */
export interface HttpProbeOptions extends ProbeOptions {
  /**
   * Whether TLS is spoken. The certificate is not verified.
   *
   * @default false
   */
  readonly https?: boolean;

  /**
   * The address to ask, for servers that listen on the loopback address of the host network: `localhost`.
   *
   * @default - the address of the pod
   */
  readonly host?: string;

  /**
   * Headers of the request.
   *
   * @default - the request carries no header of its own
   */
  readonly headers?: { [name: string]: string };
}

/**
 * How the kubelet finds out whether a container has started, is ready, or must be restarted.
 */
export class Probe {
  /**
   * Asks by HTTP: 200 to 399 is a success.
   *
   * @throws invalid-probe
   */
  public static http(path: string, port: Port, options: HttpProbeOptions = {}): Probe {
    if (!path.startsWith('/')) {
      fail({ code: 'invalid-probe', what: 'the path of a probe begins with /', given: `'${path}'`, fix: `write '/${path}'` });
    }
    const header = Object.keys(options.headers ?? {}).find(name => !/^[-A-Za-z0-9]+$/.test(name));
    if (header !== undefined) {
      fail({
        code: 'invalid-probe', what: 'a request cannot have this header', given: quote(header), allowed: 'letters, digits and `-`',
        fix: 'correct the name',
      });
    }
    return new Probe({
      httpGet: compact({
        path,
        port: port._reference(),
        host: options.host || undefined,
        scheme: options.https ? 'HTTPS' : undefined,
        httpHeaders: sortedEntries(options.headers).map(([name, value]) => ({ name, value })),
      }),
    }, options, port);
  }

  /** Opens a TCP connection. */
  public static tcp(port: Port, options: TcpProbeOptions = {}): Probe {
    return new Probe({ tcpSocket: compact({ port: port._reference(), host: options.host || undefined }) }, options, port);
  }

  /** Asks by the gRPC health protocol. */
  public static grpc(port: Port, options: GrpcProbeOptions = {}): Probe {
    return new Probe({ grpc: compact({ port: port.containerPort, service: options.service }) }, options, port);
  }

  /**
   * Runs a program in the container: exit code 0 is a success.
   *
   * @throws invalid-probe
   */
  public static exec(command: string[], options: ProbeOptions = {}): Probe {
    if (command.length === 0) {
      fail({
        code: 'invalid-probe', what: 'a probe has no command to run', given: 'an empty list',
        fix: 'name the program and its arguments, each a text of its own',
      });
    }
    return new Probe({ exec: { command: [...command] } }, options);
  }

  /** No probe: switches a default off. */
  public static none(): Probe {
    return new Probe(undefined, {});
  }

  private constructor(
    private readonly handler: Wire | undefined,
    private readonly options: ProbeOptions,
    /** The port that is asked. */
    public readonly port?: Port,
  ) {
    for (const [name, value] of [['failureThreshold', options.failureThreshold], ['successThreshold', options.successThreshold]] as const) {
      if (value !== undefined && !isWholeNumber(value, 1, MAX_INT32)) {
        fail({
          code: 'invalid-probe', what: `${name} cannot be used`, given: String(value), allowed: 'a whole number from 1',
          fix: 'leave it out',
        });
      }
    }
  }

  /**
   * Whether it is no probe at all.
   */
  public get isNone(): boolean {
    return this.handler === undefined;
  }

  /** @internal whether the port is asked by its number: such a probe knows no names */
  public get _asksByNumber(): boolean {
    return this.handler?.grpc !== undefined;
  }

  /** @internal undefined for no probe */
  public _toWire(role: 'liveness' | 'readiness' | 'startup'): Wire | undefined {
    const { initialDelay, period, timeout, failureThreshold, successThreshold, terminationGracePeriod } = this.options;
    if (role !== 'readiness' && successThreshold !== undefined && successThreshold !== 1) {
      fail({
        code: 'invalid-probe', what: `a ${role} probe succeeds at the first success`, given: `successThreshold: ${successThreshold}`,
        allowed: '1', fix: 'leave it out, or make it the readiness probe',
      });
    }
    if (role === 'readiness' && terminationGracePeriod !== undefined) {
      fail({
        code: 'invalid-probe', what: 'a readiness probe stops nothing, so it has no grace period',
        given: 'terminationGracePeriod', fix: 'leave it out, or give it to the liveness probe',
      });
    }
    return this.handler && compact({
      ...this.handler,
      initialDelaySeconds: initialDelay && wholeSeconds(initialDelay, `initialDelay of the ${role} probe`) || undefined,
      periodSeconds: period && wholeSeconds(period, `period of the ${role} probe`, 1),
      timeoutSeconds: timeout && wholeSeconds(timeout, `timeout of the ${role} probe`, 1),
      failureThreshold,
      successThreshold,
      terminationGracePeriodSeconds: terminationGracePeriod
        && wholeSeconds(terminationGracePeriod, `terminationGracePeriod of the ${role} probe`, 1),
    });
  }
}

guardClass({ Probe });
