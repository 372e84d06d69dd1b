import { containersIn, PlacedContainer } from '../../cluster/inventory/containers';
import { Workload, workloadOf } from '../../cluster/inventory/workload';
import { entriesOf } from '../../private/entry';
import type { Wire } from '../../private/wire';

/** A workload as other tools look at it. */
export interface Subject {
  readonly workload: Workload;
  readonly kind: string;
  /** `metadata` and `spec` of its pods. */
  readonly template: Wire;
  readonly pod: Wire;
  readonly podPath: string;
  /** The security context of the pod; empty where there is none. */
  readonly security: Wire;
  readonly containers: readonly SubjectContainer[];
}

/** A container, with what it inherits from its pod. */
export interface SubjectContainer extends PlacedContainer {
  /** Its own security context; empty where there is none. */
  readonly security: Wire;
  /** Whether it is in `containers`; else it is in `initContainers`, where sidecars stand too. */
  readonly isMain: boolean;
  readonly isPrivileged: boolean;
  readonly isHostProcess: boolean;
  readonly user?: number;
  readonly group?: number;
  readonly runAsNonRoot?: boolean;
  readonly seccompType?: string;
  /** Capabilities, as they are spelled. */
  readonly added: readonly string[];
  readonly dropped: readonly string[];
}

/** Whatever else makes pods is not known to the tools. */
const KINDS = new Set(['CronJob', 'DaemonSet', 'Deployment', 'Job', 'Pod', 'ReplicaSet', 'ReplicationController', 'StatefulSet']);

/** The workload that a manifest is; undefined where tools see none in it. */
export function subjectOf(manifest: Wire): Subject | undefined {
  const workload = KINDS.has(manifest.kind) ? workloadOf(entriesOf(manifest)[0]) : undefined;
  if (workload === undefined) {return undefined;}
  const { kind, template, pod, podPath } = workload;
  const security = pod.securityContext ?? {};
  return {
    workload, kind, template, pod, podPath, security, containers: containersIn(workload).map(placed => containerOf(placed, security)),
  };
}

function containerOf(placed: PlacedContainer, pod: Wire): SubjectContainer {
  const security: Wire = placed.container.securityContext ?? {};
  return {
    ...placed, security,
    isMain: placed.role === 'main',
    isPrivileged: security.privileged === true,
    isHostProcess: (security.windowsOptions?.hostProcess ?? pod.windowsOptions?.hostProcess) === true,
    user: security.runAsUser ?? pod.runAsUser,
    group: security.runAsGroup ?? pod.runAsGroup,
    runAsNonRoot: security.runAsNonRoot ?? pod.runAsNonRoot,
    seccompType: (security.seccompProfile ?? pod.seccompProfile)?.type,
    added: security.capabilities?.add ?? [],
    dropped: security.capabilities?.drop ?? [],
  };
}
