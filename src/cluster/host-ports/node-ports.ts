import type { HostPortClaim } from '../workload-facts';

/** Who has a port of every node, or may get it. */
export interface NodePort {
  readonly by: string;
  /** Whether each node has it, as Kubernetes is set up unless someone changes that. */
  readonly isCertain: boolean;
  readonly address?: string;
}

const LOOPBACK = '127.0.0.1';

/** The defaults of the kubelet and kube-proxy, by port. */
const OF_KUBERNETES: ReadonlyMap<number, NodePort> = new Map<number, NodePort>([
  [10248, { by: 'the health endpoint of the kubelet', isCertain: true, address: LOOPBACK }],
  [10249, { by: 'the metrics of kube-proxy', isCertain: false, address: LOOPBACK }],
  [10250, { by: 'the API of the kubelet', isCertain: true }],
  [10255, { by: 'the read-only port of the kubelet, where it is switched on', isCertain: false }],
  [10256, { by: 'the health endpoint of kube-proxy', isCertain: false }],
]);

/** From which ports the API server takes those of Services, unless `--service-node-port-range` says otherwise. */
const SERVICES: readonly [first: number, last: number] = [30000, 32767];

/** Who has a port of every node, or may get it; undefined for all others. */
export function ownerOfNodePort({ port, protocol, address }: HostPortClaim): NodePort | undefined {
  if (port >= SERVICES[0] && port <= SERVICES[1]) {
    return { by: `a Service of the type NodePort or LoadBalancer may get it: ${SERVICES.join(' to ')} are theirs`, isCertain: false };
  }
  const owner = protocol === 'TCP' ? OF_KUBERNETES.get(port) : undefined;
  return owner === undefined || owner.address !== undefined && isAddress(address) && address !== owner.address ? undefined : owner;
}

function isAddress(address: string | undefined): boolean {
  return address !== undefined && address !== '' && address !== '0.0.0.0';
}
