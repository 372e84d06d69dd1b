import { Port } from '../../agent/container/port';
import { Probe, ProbeOptions } from '../../agent/container/probe';

/** Where a sidecar answers the kubelet: on the loopback address of the host network, or on every address of a network of the pod's own. */
export class HealthEndpoint {
  public constructor(private readonly name: string, private readonly number: number, private readonly onHostNetwork: boolean) {}

  /** What the sidecar binds. Without an address it takes IPv6 as well. */
  public get address(): string {
    return this.onHostNetwork ? `localhost:${this.number}` : `:${this.number}`;
  }

  /** The port of the sidecar. Declared on the host network, the API server would make it a port of every address of the node. */
  public get port(): Port {
    return this.onHostNetwork ? Port.undeclared(this.name, this.number, '127.0.0.1') : Port.container(this.name, this.number);
  }

  /** Asks from any container of the pod, which is why it names the number. */
  public probe(options: ProbeOptions): Probe {
    return Probe.http('/healthz', Port.undeclared(this.name, this.number, '127.0.0.1'), {
      ...options, ...this.onHostNetwork && { host: 'localhost' },
    });
  }
}
