import { hardened, HOST_PROCESS, PRIVILEGED, ROOT } from './hardened';
import type { Wire } from '../../../src/private/wire';

/** A workload with one thing that is on purpose, and the id that accepts it. */
export interface Case {
  readonly id: string;
  readonly manifest: Wire;
}

/** What this library lets users ask for with a reason, and what its checks let them acknowledge. */
export const CASES = {
  'the host network': { id: 'hostNetwork', manifest: hardened({}, { hostNetwork: true }) },
  'the processes of the node': { id: 'hostPID', manifest: hardened({}, { hostPID: true }) },
  'the IPC of the node': { id: 'hostIPC', manifest: hardened({}, { hostIPC: true }) },
  'a privileged container': { id: 'privileged', manifest: hardened(PRIVILEGED) },
  'root without capabilities': { id: 'root', manifest: hardened(ROOT) },
  'a HostProcess container': {
    id: 'hostProcess', manifest: hardened(HOST_PROCESS, { hostNetwork: true, securityContext: { windowsOptions: {} } }),
  },
  'SYS_ADMIN': {
    id: 'SYS_ADMIN', manifest: hardened({ securityContext: { allowPrivilegeEscalation: undefined, capabilities: { add: ['SYS_ADMIN'] } } }),
  },
  'NET_RAW': { id: 'NET_RAW', manifest: hardened({ securityContext: { capabilities: { add: ['NET_RAW'], drop: ['ALL'] } } }) },
  'SYS_MODULE': { id: 'SYS_MODULE', manifest: hardened({ securityContext: { capabilities: { add: ['SYS_MODULE'] } } }) },
  'NET_BIND_SERVICE': { id: 'NET_BIND_SERVICE', manifest: hardened({ securityContext: { capabilities: { add: ['NET_BIND_SERVICE'] } } }) },
  '/etc': { id: 'sensitive-host-path', manifest: mounting('/etc', true) },
  '/etc/os-release': { id: 'sensitive-host-path', manifest: mounting('/etc/os-release', true) },
  'the socket of Docker': { id: 'sensitive-host-path', manifest: mounting('/var/run/docker.sock', true) },
  'the socket of containerd': { id: 'sensitive-host-path', manifest: mounting('/run/containerd/containerd.sock', true) },
  '/var/log to write': { id: 'writable-host-path', manifest: mounting('/var/log', false) },
  'no limit of memory': { id: 'missing-memory-limit', manifest: hardened({ resources: { limits: { memory: undefined } } }) },
  'no requests': { id: 'missing-requests', manifest: hardened({ resources: { requests: { cpu: undefined, memory: undefined } } }) },
  'an image that moves': { id: 'mutable-image', manifest: hardened({ image: 'example.com/agent:latest' }) },
  'an image without a tag': { id: 'mutable-image', manifest: hardened({ image: 'registry:5000/agent' }) },
  'one probe for two': { id: 'identical-probes', manifest: hardened({ livenessProbe: { httpGet: { path: '/ready', port: 'http' } } }) },
  'a probe of an undeclared port': {
    id: 'probe-port-undeclared', manifest: hardened({ livenessProbe: { httpGet: { path: '/alive', port: 'health' } } }),
  },
  'an account of elsewhere': { id: 'service-account-missing', manifest: hardened({}, { serviceAccountName: 'agent' }) },
} satisfies { readonly [what: string]: Case };

export type CaseName = keyof typeof CASES;

/** The checks that are silenced in each case; none where a case is left out. */
export type Silenced = { readonly [what in CaseName]?: readonly string[] };

export function mounting(path: string, readOnly: boolean): Wire {
  return hardened({ volumeMounts: [{ name: 'host', mountPath: '/host', readOnly }] }, { volumes: [{ name: 'host', hostPath: { path } }] });
}
