import { autoscaledDaemonSet } from './autoscaled-daemon-set';
import { bidirectionalNeedsPrivileged } from './bidirectional-needs-privileged';
import { bindingOfOtherAccount } from './binding-of-other-account';
import { configNotRolled } from './config-not-rolled';
import { coverageGap } from './coverage-gap';
import { coverageOverlap } from './coverage-overlap';
import { criticalPriorityQuota } from './critical-priority-quota';
import { danglingLogLinks } from './dangling-log-links';
import { deprecatedAnnotation } from './deprecated-annotation';
import { deprecatedNodeLabel } from './deprecated-node-label';
import { deprecatedVolume } from './deprecated-volume';
import { devicePluginWithoutNodes } from './device-plugin-without-nodes';
import { deviceServedTwice } from './device-served-twice';
import { disruptionBudgetOnDaemonSet } from './disruption-budget-on-daemon-set';
import { duplicateAgent } from './duplicate-agent';
import { duplicateEnv } from './duplicate-env';
import { duplicateListKey } from './duplicate-list-key';
import { duplicatePort } from './duplicate-port';
import { ephemeralStorageUnset } from './ephemeral-storage-unset';
import { fileInMissingDirectory } from './file-in-missing-directory';
import { fractionalMemory } from './fractional-memory';
import { hostIpWithoutHostPort } from './host-ip-without-host-port';
import { hostNetworkDns } from './host-network-dns';
import { hostPathOnImmutableOs } from './host-path-on-immutable-os';
import { hostPortConflict } from './host-port-conflict';
import { hostStateConflict } from './host-state-conflict';
import { identicalProbes } from './identical-probes';
import { implausibleQuantity } from './implausible-quantity';
import { impossibleNodeSelection } from './impossible-node-selection';
import { invalidPodSecurityLabel } from './invalid-pod-security-label';
import { kubeSystemPlacement } from './kube-system-placement';
import { memoryVolumeUnbounded } from './memory-volume-unbounded';
import { missingKey } from './missing-key';
import { missingMemoryLimit } from './missing-memory-limit';
import { missingPriority } from './missing-priority';
import { missingReference } from './missing-reference';
import { missingRequests } from './missing-requests';
import { missingSecurityConstraints } from './missing-security-constraints';
import { mutableImage } from './mutable-image';
import { nameTooLong } from './name-too-long';
import { negativeGracePeriod } from './negative-grace-period';
import { networkPolicyNoEffect } from './network-policy-no-effect';
import { nullLabelSelector } from './null-label-selector';
import { otherKubeletDirectory } from './other-kubelet-directory';
import { otherPlatformPath } from './other-platform-path';
import { outdatedToleration } from './outdated-toleration';
import { overlappingVolumePaths } from './overlapping-volume-paths';
import { overwrittenToleration } from './overwritten-toleration';
import { podSecurityLevel } from './pod-security-level';
import { podSecurityOfNewerVersion } from './pod-security-of-newer-version';
import { podsWithoutMetrics } from './pods-without-metrics';
import { poolExcludesTaintedNodes } from './pool-excludes-tainted-nodes';
import { portOfPlatform } from './port-of-platform';
import { portOfTwoProtocols } from './port-of-two-protocols';
import { privilegeContradiction } from './privilege-contradiction';
import { probeHostField } from './probe-host-field';
import { probePortUndeclared } from './probe-port-undeclared';
import { rbacTooBroad } from './rbac-too-broad';
import { refusedByPlatform } from './refused-by-platform';
import { relativeHostPath } from './relative-host-path';
import { removedApiVersion } from './removed-api-version';
import { rolloutBlastRadius } from './rollout-blast-radius';
import { rolloutDeadlock } from './rollout-deadlock';
import { rolloutWithoutSignal } from './rollout-without-signal';
import { schedulerBypassed } from './scheduler-bypassed';
import { secretInConfig } from './secret-in-config';
import { selectorOverlap } from './selector-overlap';
import { sensitiveHostPath } from './sensitive-host-path';
import { serviceAccountMissing } from './service-account-missing';
import { servicePortUndeclared } from './service-port-undeclared';
import { sharedClaim } from './shared-claim';
import { spreadOnDaemonSet } from './spread-on-daemon-set';
import { staleMounts } from './stale-mounts';
import { staleSocket } from './stale-socket';
import { sysctlConflict } from './sysctl-conflict';
import { sysctlOwnedElsewhere } from './sysctl-owned-elsewhere';
import { temporaryToleration } from './temporary-toleration';
import { tolerationNeverMatches } from './toleration-never-matches';
import { unknownCapability } from './unknown-capability';
import { unreadableNodeTerm } from './unreadable-node-term';
import { unsetVariable } from './unset-variable';
import { unstableSelector } from './unstable-selector';
import { untypedFilePath } from './untyped-file-path';
import { unusablePool } from './unusable-pool';
import { unusedVolume } from './unused-volume';
import { virtualNodeNotExcluded } from './virtual-node-not-excluded';
import { windowsIncompatible } from './windows-incompatible';
import { writableHostPath } from './writable-host-path';
import type { Rule } from '../rule';

/** Every rule, in the order of their ids. */
export const RULES: readonly Rule[] = [
  autoscaledDaemonSet,
  bidirectionalNeedsPrivileged,
  bindingOfOtherAccount,
  configNotRolled,
  coverageGap,
  coverageOverlap,
  criticalPriorityQuota,
  danglingLogLinks,
  deprecatedAnnotation,
  deprecatedNodeLabel,
  deprecatedVolume,
  devicePluginWithoutNodes,
  deviceServedTwice,
  disruptionBudgetOnDaemonSet,
  duplicateAgent,
  duplicateEnv,
  duplicateListKey,
  duplicatePort,
  ephemeralStorageUnset,
  fileInMissingDirectory,
  fractionalMemory,
  hostIpWithoutHostPort,
  hostNetworkDns,
  hostPathOnImmutableOs,
  hostPortConflict,
  hostStateConflict,
  identicalProbes,
  implausibleQuantity,
  impossibleNodeSelection,
  invalidPodSecurityLabel,
  kubeSystemPlacement,
  memoryVolumeUnbounded,
  missingKey,
  missingMemoryLimit,
  missingPriority,
  missingReference,
  missingRequests,
  missingSecurityConstraints,
  mutableImage,
  nameTooLong,
  negativeGracePeriod,
  networkPolicyNoEffect,
  nullLabelSelector,
  otherKubeletDirectory,
  otherPlatformPath,
  outdatedToleration,
  overlappingVolumePaths,
  overwrittenToleration,
  podSecurityLevel,
  podSecurityOfNewerVersion,
  podsWithoutMetrics,
  poolExcludesTaintedNodes,
  portOfPlatform,
  portOfTwoProtocols,
  privilegeContradiction,
  probeHostField,
  probePortUndeclared,
  rbacTooBroad,
  refusedByPlatform,
  relativeHostPath,
  removedApiVersion,
  rolloutBlastRadius,
  rolloutDeadlock,
  rolloutWithoutSignal,
  schedulerBypassed,
  secretInConfig,
  selectorOverlap,
  sensitiveHostPath,
  serviceAccountMissing,
  servicePortUndeclared,
  sharedClaim,
  spreadOnDaemonSet,
  staleMounts,
  staleSocket,
  sysctlConflict,
  sysctlOwnedElsewhere,
  temporaryToleration,
  tolerationNeverMatches,
  unknownCapability,
  unreadableNodeTerm,
  unsetVariable,
  unstableSelector,
  untypedFilePath,
  unusablePool,
  unusedVolume,
  virtualNodeNotExcluded,
  windowsIncompatible,
  writableHostPath,
];
