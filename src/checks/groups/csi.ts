import type { Rule } from '../rule';
import { csiDevWithoutNeed } from '../rules/csi-dev-without-need';
import { csiDriverOfPlatform } from '../rules/csi-driver-of-platform';
import { csiDriverTwice } from '../rules/csi-driver-twice';
import { csiFuseRollout } from '../rules/csi-fuse-rollout';
import { csiHealthFlags } from '../rules/csi-health-flags';
import { csiHealthPortConflict } from '../rules/csi-health-port-conflict';
import { csiImmutableField } from '../rules/csi-immutable-field';
import { csiKubeletMismatch } from '../rules/csi-kubelet-mismatch';
import { csiMountNotShared } from '../rules/csi-mount-not-shared';
import { csiOffHostNetwork } from '../rules/csi-off-host-network';
import { csiProbeOnSidecar } from '../rules/csi-probe-on-sidecar';
import { csiProbeTimeout } from '../rules/csi-probe-timeout';
import { csiRegistrarHook } from '../rules/csi-registrar-hook';
import { csiRegistrarProbe } from '../rules/csi-registrar-probe';
import { csiSelinuxMount } from '../rules/csi-selinux-mount';
import { csiSocketInRegistry } from '../rules/csi-socket-in-registry';
import { csiSurge } from '../rules/csi-surge';
import { csiUntoleratedTaints } from '../rules/csi-untolerated-taints';

/** The rules about CSI drivers. */
export const CSI_RULES: readonly Rule[] = [
  csiDevWithoutNeed,
  csiDriverOfPlatform,
  csiDriverTwice,
  csiFuseRollout,
  csiHealthFlags,
  csiHealthPortConflict,
  csiImmutableField,
  csiKubeletMismatch,
  csiMountNotShared,
  csiOffHostNetwork,
  csiProbeOnSidecar,
  csiProbeTimeout,
  csiRegistrarHook,
  csiRegistrarProbe,
  csiSelinuxMount,
  csiSocketInRegistry,
  csiSurge,
  csiUntoleratedTaints,
];
