import { containersIn, PlacedContainer } from './containers';
import type { Workload } from './workload';
import { memo } from '../../private/memo';
import type { Wire } from '../../private/wire';

/** Something that the kubelet asks a container: a probe, or a hook that is a request. */
export interface Asking {
  readonly container: PlacedContainer;
  /** `livenessProbe`, `lifecycle.preStop` */
  readonly role: string;
  /** Where the whole of it stands. */
  readonly path: string;
  /** `httpGet`, `tcpSocket` or `grpc`. */
  readonly means: 'httpGet' | 'tcpSocket' | 'grpc';
  readonly handler: Wire;
}

/** The fields of a container that are probes. */
export const PROBES = ['livenessProbe', 'readinessProbe', 'startupProbe'];

/** The fields of `lifecycle` that are hooks. */
export const HOOKS = ['postStart', 'preStop'];

const MEANS = ['httpGet', 'tcpSocket', 'grpc'] as const;

/** Everything that the kubelet asks over the network. */
export const askingsIn: (workload: Workload) => readonly Asking[] = memo(workload => {
  const found: Asking[] = [];
  for (const container of containersIn(workload)) {
    for (const role of PROBES) {addAsking(found, container, role, container.container[role]);}
    const { lifecycle } = container.container;
    if (!lifecycle) {continue;}
    for (const hook of HOOKS) {addAsking(found, container, `lifecycle.${hook}`, lifecycle[hook]);}
  }
  return found;
});

function addAsking(found: Asking[], container: PlacedContainer, role: string, asked: Wire | undefined | null): void {
  if (!asked) {return;}
  for (const means of MEANS) {
    const handler = asked[means];
    if (typeof handler === 'object'
      && handler !== null) {found.push({ container, role, path: `${container.path}.${role}`, means, handler });}
  }
}

/** Whether an address never leaves the machine that asks: loopback, and link-local, which agents such as a DNS cache give themselves. */
export function isLocal(host: unknown): boolean {
  return typeof host === 'string' && /^(localhost|127(\.\d+){3}|169\.254(\.\d+){2}|\[?(::1|fe80:.*)\]?)$/.test(host);
}
