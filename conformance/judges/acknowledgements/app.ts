import type { Acceptance } from '../../../src/checks/tools/acceptance';
import { entriesOf } from '../../../src/private/entry';

/** What someone accepted of an app, and what tools may then no longer say: exactly that, written down by hand. */
export interface AcknowledgedApp {
  readonly objects: readonly any[];
  readonly acceptances: readonly Acceptance[];
  /** Checks by tool and object. */
  readonly silent: {
    readonly 'kube-score': { readonly [object: string]: readonly string[] };
    readonly 'checkov': { readonly [object: string]: readonly string[] };
  };
}

const CONTAINER = {
  name: 'agent',
  image: 'example.com/agent:1.0.0',
  resources: { requests: { cpu: '50m', memory: '64Mi' }, limits: { memory: '64Mi' } },
  securityContext: {
    allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] }, readOnlyRootFilesystem: true, runAsGroup: 65534, runAsNonRoot: true,
    runAsUser: 65534,
  },
};
const PRIVILEGED = { privileged: true, readOnlyRootFilesystem: true };
const ROOT = { ...CONTAINER.securityContext, runAsGroup: 0, runAsNonRoot: false, runAsUser: 0 };

function agent(name: string, containers: readonly object[], pod: object = {}): any {
  return {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: { name, namespace: 'node-agents' },
    spec: {
      selector: { matchLabels: { app: name } },
      template: {
        metadata: { labels: { app: name } },
        spec: {
          automountServiceAccountToken: false,
          containers: containers.map((change) => ({ ...CONTAINER, ...change })),
          securityContext: { seccompProfile: { type: 'RuntimeDefault' } },
          ...pod,
        },
      },
    },
  };
}

const LOGS = agent('logs', [{ securityContext: ROOT, volumeMounts: [{ name: 'logs', mountPath: '/var/log', readOnly: true }] }], {
  volumes: [{ name: 'logs', hostPath: { path: '/var/log' } }],
});
const METRICS = agent('metrics', [{}], { hostNetwork: true, hostPID: true });
const STORAGE = agent('storage', [{ name: 'driver', securityContext: PRIVILEGED }, { name: 'registrar', securityContext: ROOT }]);
const HALF = agent('half', [{ name: 'driver', securityContext: PRIVILEGED }, { name: 'helper', securityContext: PRIVILEGED }]);
const TRACER = agent('tracer', [
  { securityContext: { ...ROOT, allowPrivilegeEscalation: undefined, capabilities: { drop: ['ALL'], add: ['SYS_ADMIN', 'SYS_PTRACE'] } } },
]);
const BUILDER = agent('builder', [{
  resources: {
    requests: { 'cpu': '50m', 'memory': '64Mi', 'ephemeral-storage': '64Mi' }, limits: { 'cpu': '1', 'ephemeral-storage': '64Mi' },
  },
}]);
const WINDOWS = agent('windows', [{ securityContext: { windowsOptions: { hostProcess: true, runAsUserName: 'NT AUTHORITY\\SYSTEM' } } }], {
  hostNetwork: true, nodeSelector: { 'kubernetes.io/os': 'windows' }, os: { name: 'windows' }, securityContext: undefined,
});

function accepted(manifest: any, id: string, reason: string, container?: string): Acceptance {
  const { apiVersion, kind, name, namespace } = entriesOf(manifest)[0];
  return { object: { apiVersion, kind, name, namespace }, manifest, id, reason, container };
}

export const APP: AcknowledgedApp = {
  objects: [LOGS, METRICS, STORAGE, HALF, TRACER, BUILDER, WINDOWS].map((object) => JSON.parse(JSON.stringify(object))),
  acceptances: [
    accepted(LOGS, 'root', 'log files belong to root and are closed to others', 'agent'),
    accepted(METRICS, 'hostNetwork', 'network counters are those of the network namespace that the exporter runs in'),
    accepted(STORAGE, 'privileged', 'mounts the volumes of pods', 'driver'),
    accepted(STORAGE, 'root', 'the registration socket belongs to root', 'registrar'),
    accepted(HALF, 'privileged', 'mounts the volumes of pods', 'driver'),
    accepted(TRACER, 'root', 'capabilities reach no other user', 'agent'),
    accepted(TRACER, 'SYS_ADMIN', 'loads programs into the kernel', 'agent'),
    accepted(BUILDER, 'missing-memory-limit', 'killed for memory, it would take half a build with it: --force=true'),
    accepted(WINDOWS, 'hostProcess', 'counters of Windows are read on the node itself', 'agent'),
  ],
  silent: {
    'kube-score': {
      'DaemonSet/node-agents/logs': ['container-security-context-user-group-id'],
      'DaemonSet/node-agents/metrics': ['pod-networkpolicy'],
      'DaemonSet/node-agents/storage': ['container-security-context-privileged', 'container-security-context-user-group-id'],
      'DaemonSet/node-agents/tracer': ['container-security-context-user-group-id'],
      'DaemonSet/node-agents/builder': ['container-resources'],
      'DaemonSet/node-agents/windows': [
        'container-seccomp-profile', 'container-security-context-readonlyrootfilesystem', 'container-security-context-user-group-id',
        'pod-networkpolicy',
      ],
    },
    'checkov': {
      'DaemonSet/node-agents/logs': ['CKV_K8S_23', 'CKV_K8S_40'],
      'DaemonSet/node-agents/metrics': ['CKV2_K8S_6', 'CKV_K8S_19'],
      'DaemonSet/node-agents/storage': ['CKV_K8S_16', 'CKV_K8S_20', 'CKV_K8S_23', 'CKV_K8S_28', 'CKV_K8S_37', 'CKV_K8S_40'],
      'DaemonSet/node-agents/tracer': ['CKV_K8S_20', 'CKV_K8S_23', 'CKV_K8S_39', 'CKV_K8S_40'],
      'DaemonSet/node-agents/builder': ['CKV_K8S_13'],
      'DaemonSet/node-agents/windows': [
        'CKV2_K8S_6', 'CKV_K8S_19', 'CKV_K8S_20', 'CKV_K8S_22', 'CKV_K8S_23', 'CKV_K8S_28', 'CKV_K8S_31', 'CKV_K8S_37', 'CKV_K8S_40',
      ],
    },
  },
};
