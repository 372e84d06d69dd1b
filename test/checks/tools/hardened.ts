import { workload } from './random-workload';
import type { Acceptance } from '../../../src/checks/tools/acceptance';
import { entriesOf } from '../../../src/private/entry';
import { mergeWire, Wire } from '../../../src/private/wire';

const CONTAINER: Wire = {
  name: 'agent',
  image: `example.com/agent:1.0.0@sha256:${'a'.repeat(64)}`,
  resources: {
    requests: { 'cpu': '50m', 'memory': '64Mi', 'ephemeral-storage': '64Mi' },
    limits: { 'cpu': '1', 'memory': '64Mi', 'ephemeral-storage': '64Mi' },
  },
  livenessProbe: { httpGet: { path: '/alive', port: 'http' } },
  readinessProbe: { httpGet: { path: '/ready', port: 'http' } },
  ports: [{ name: 'http', containerPort: 8080 }],
  securityContext: {
    allowPrivilegeEscalation: false, capabilities: { drop: ['ALL', 'NET_RAW'] }, readOnlyRootFilesystem: true, runAsGroup: 65534,
    runAsNonRoot: true, runAsUser: 65534,
  },
};

/** A container that no tool holds anything against, changed. A field that is undefined is taken away. */
export function container(change: Wire = {}): Wire {
  return without(mergeWire(CONTAINER, change), change);
}

/** A DaemonSet that no tool holds anything against, changed. */
export function hardened(change: Wire = {}, pod: Wire = {}, kind: string = 'DaemonSet'): Wire {
  return workload(kind, 'agent', {
    containers: [container(change)], securityContext: { seccompProfile: { type: 'RuntimeDefault' } }, ...pod,
  });
}

/** An acceptance of an object. */
export function accept(manifest: Wire, id: string, more: Partial<Acceptance> = {}): Acceptance {
  const { apiVersion, kind, name, namespace } = entriesOf(manifest)[0];
  return { object: { apiVersion, kind, name, namespace }, manifest, id, reason: `because of ${id}`, ...more };
}

/** Containers as this library writes them with these rights. */
export const PRIVILEGED: Wire = {
  securityContext: {
    privileged: true, allowPrivilegeEscalation: undefined, capabilities: undefined, runAsGroup: undefined, runAsNonRoot: undefined,
    runAsUser: undefined,
  },
};
export const ROOT: Wire = { securityContext: { runAsGroup: 0, runAsNonRoot: false, runAsUser: 0 } };
export const HOST_PROCESS: Wire = {
  securityContext: {
    ...PRIVILEGED.securityContext, privileged: undefined, readOnlyRootFilesystem: undefined,
    windowsOptions: { hostProcess: true, runAsUserName: 'NT AUTHORITY\\SYSTEM' },
  },
};

function without(value: Wire, change: Wire): Wire {
  return Object.fromEntries(Object.entries(value).flatMap(([key, entry]) => {
    if (key in change && change[key] === undefined) {return [];}
    return [[key, isMap(entry) && isMap(change[key]) ? without(entry, change[key]) : entry]];
  }));
}

function isMap(value: unknown): value is Wire {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
