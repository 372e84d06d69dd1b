import type { Rule } from '../rule';
import { agentWithoutNodes } from '../rules/agent-without-nodes';
import { bidirectionalNeedsPrivileged } from '../rules/bidirectional-needs-privileged';
import { bracedVariable } from '../rules/braced-variable';
import { commandInOneString } from '../rules/command-in-one-string';
import { configNotRolled } from '../rules/config-not-rolled';
import { coverageGap } from '../rules/coverage-gap';
import { coverageOverlap } from '../rules/coverage-overlap';
import { criticalPriorityQuota } from '../rules/critical-priority-quota';
import { csiSnapshotDefinitions } from '../rules/csi-snapshot-definitions';
import { danglingLogLinks } from '../rules/dangling-log-links';
import { deprecatedAnnotation } from '../rules/deprecated-annotation';
import { deprecatedNodeLabel } from '../rules/deprecated-node-label';
import { deprecatedVolume } from '../rules/deprecated-volume';
import { devicePluginWithoutNodes } from '../rules/device-plugin-without-nodes';
import { deviceServedTwice } from '../rules/device-served-twice';
import { duplicateAgent } from '../rules/duplicate-agent';
import { duplicateEnv } from '../rules/duplicate-env';
import { duplicateListKey } from '../rules/duplicate-list-key';
import { duplicatePort } from '../rules/duplicate-port';
import { ephemeralStorageUnset } from '../rules/ephemeral-storage-unset';
import { fileInMissingDirectory } from '../rules/file-in-missing-directory';
import { fractionalMemory } from '../rules/fractional-memory';
import { hostIpWithoutHostPort } from '../rules/host-ip-without-host-port';
import { hostNetworkDns } from '../rules/host-network-dns';
import { hostPathOnImmutableOs } from '../rules/host-path-on-immutable-os';
import { hostPortConflict } from '../rules/host-port-conflict';
import { hostStateConflict } from '../rules/host-state-conflict';
import { identicalProbes } from '../rules/identical-probes';
import { imagePlaceholder } from '../rules/image-placeholder';
import { implausibleQuantity } from '../rules/implausible-quantity';
import { impossibleNodeSelection } from '../rules/impossible-node-selection';
import { invalidPodSecurityLabel } from '../rules/invalid-pod-security-label';
import { kubeProxyReplaced } from '../rules/kube-proxy-replaced';
import { kubeSystemPlacement } from '../rules/kube-system-placement';
import { memoryVolumeUnbounded } from '../rules/memory-volume-unbounded';
import { missingKey } from '../rules/missing-key';
import { missingMemoryLimit } from '../rules/missing-memory-limit';
import { missingPriority } from '../rules/missing-priority';
import { missingReference } from '../rules/missing-reference';
import { missingRequests } from '../rules/missing-requests';
import { missingSecurityConstraints } from '../rules/missing-security-constraints';
import { mutableImage } from '../rules/mutable-image';
import { nameTooLong } from '../rules/name-too-long';
import { negativeGracePeriod } from '../rules/negative-grace-period';
import { networkWaitsForItself } from '../rules/network-waits-for-itself';
import { nullLabelSelector } from '../rules/null-label-selector';
import { objectTwice } from '../rules/object-twice';
import { otherKubeletDirectory } from '../rules/other-kubelet-directory';
import { otherPlatformPath } from '../rules/other-platform-path';
import { outdatedToleration } from '../rules/outdated-toleration';
import { overlappingVolumePaths } from '../rules/overlapping-volume-paths';
import { overwrittenToleration } from '../rules/overwritten-toleration';
import { podSecurityLevel } from '../rules/pod-security-level';
import { podSecurityOfNewerVersion } from '../rules/pod-security-of-newer-version';
import { podsWithoutMetrics } from '../rules/pods-without-metrics';
import { poolExcludesTaintedNodes } from '../rules/pool-excludes-tainted-nodes';
import { portOfNode } from '../rules/port-of-node';
import { portOfPlatform } from '../rules/port-of-platform';
import { portOfTwoProtocols } from '../rules/port-of-two-protocols';
import { privilegeContradiction } from '../rules/privilege-contradiction';
import { privilegedHostNamespace } from '../rules/privileged-host-namespace';
import { probeHostField } from '../rules/probe-host-field';
import { probePortUndeclared } from '../rules/probe-port-undeclared';
import { refusedByPlatform } from '../rules/refused-by-platform';
import { relativeHostPath } from '../rules/relative-host-path';
import { rolloutBlastRadius } from '../rules/rollout-blast-radius';
import { rolloutDeadlock } from '../rules/rollout-deadlock';
import { rolloutWithoutSignal } from '../rules/rollout-without-signal';
import { schedulerBypassed } from '../rules/scheduler-bypassed';
import { secretInConfig } from '../rules/secret-in-config';
import { selectorOverlap } from '../rules/selector-overlap';
import { sensitiveHostPath } from '../rules/sensitive-host-path';
import { serviceAccountMissing } from '../rules/service-account-missing';
import { servicePortUndeclared } from '../rules/service-port-undeclared';
import { serviceSelectsNothing } from '../rules/service-selects-nothing';
import { sharedClaim } from '../rules/shared-claim';
import { shortLivenessTimeout } from '../rules/short-liveness-timeout';
import { spreadOnDaemonSet } from '../rules/spread-on-daemon-set';
import { staleMounts } from '../rules/stale-mounts';
import { staleSocket } from '../rules/stale-socket';
import { sysctlConflict } from '../rules/sysctl-conflict';
import { sysctlOwnedElsewhere } from '../rules/sysctl-owned-elsewhere';
import { temporaryToleration } from '../rules/temporary-toleration';
import { tolerationNeverMatches } from '../rules/toleration-never-matches';
import { twoCniPlugins } from '../rules/two-cni-plugins';
import { unknownCapability } from '../rules/unknown-capability';
import { unreadableFile } from '../rules/unreadable-file';
import { unreadableNodeTerm } from '../rules/unreadable-node-term';
import { unsafeSysctl } from '../rules/unsafe-sysctl';
import { unsetVariable } from '../rules/unset-variable';
import { unstableSelector } from '../rules/unstable-selector';
import { untypedFilePath } from '../rules/untyped-file-path';
import { unusablePool } from '../rules/unusable-pool';
import { unusedVolume } from '../rules/unused-volume';
import { unwritableState } from '../rules/unwritable-state';
import { virtualNodeNotExcluded } from '../rules/virtual-node-not-excluded';
import { windowsIncompatible } from '../rules/windows-incompatible';
import { writableHostPath } from '../rules/writable-host-path';
import { zeroGracePeriod } from '../rules/zero-grace-period';

/** The rules that look at what nearly every agent has. */
export const USUAL_RULES: readonly Rule[] = [
  agentWithoutNodes,
  bidirectionalNeedsPrivileged,
  bracedVariable,
  commandInOneString,
  configNotRolled,
  coverageGap,
  coverageOverlap,
  criticalPriorityQuota,
  csiSnapshotDefinitions,
  danglingLogLinks,
  deprecatedAnnotation,
  deprecatedNodeLabel,
  deprecatedVolume,
  devicePluginWithoutNodes,
  deviceServedTwice,
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
  imagePlaceholder,
  implausibleQuantity,
  impossibleNodeSelection,
  invalidPodSecurityLabel,
  kubeProxyReplaced,
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
  networkWaitsForItself,
  nullLabelSelector,
  objectTwice,
  otherKubeletDirectory,
  otherPlatformPath,
  outdatedToleration,
  overlappingVolumePaths,
  overwrittenToleration,
  podSecurityLevel,
  podSecurityOfNewerVersion,
  podsWithoutMetrics,
  poolExcludesTaintedNodes,
  portOfNode,
  portOfPlatform,
  portOfTwoProtocols,
  privilegeContradiction,
  privilegedHostNamespace,
  probeHostField,
  probePortUndeclared,
  refusedByPlatform,
  relativeHostPath,
  rolloutBlastRadius,
  rolloutDeadlock,
  rolloutWithoutSignal,
  schedulerBypassed,
  secretInConfig,
  selectorOverlap,
  sensitiveHostPath,
  serviceAccountMissing,
  servicePortUndeclared,
  serviceSelectsNothing,
  sharedClaim,
  shortLivenessTimeout,
  spreadOnDaemonSet,
  staleMounts,
  staleSocket,
  sysctlConflict,
  sysctlOwnedElsewhere,
  temporaryToleration,
  tolerationNeverMatches,
  twoCniPlugins,
  unknownCapability,
  unreadableFile,
  unreadableNodeTerm,
  unsafeSysctl,
  unsetVariable,
  unstableSelector,
  untypedFilePath,
  unusablePool,
  unusedVolume,
  unwritableState,
  virtualNodeNotExcluded,
  windowsIncompatible,
  writableHostPath,
  zeroGracePeriod,
];
