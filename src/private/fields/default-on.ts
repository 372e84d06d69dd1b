/**
 * Fields that stood in the schema before API servers had them switched on: until then they are dropped or refused. From field to the first
 * minor whose feature gate is on by default, as the gates of Kubernetes 1.36 tell. Fields whose gate is still off are not here: who writes
 * one has switched it on.
 */
export const DEFAULT_ON: { readonly [field: string]: number } = {
  'CSIDriverSpec.nodeAllocatableUpdatePeriodSeconds': 35,
  'Container.restartPolicy': 29,
  'Container.restartPolicyRules': 35,
  'EnvVarSource.fileKeyRef': 35,
  'LifecycleHandler.sleep': 30,
  'PodAffinityTerm.matchLabelKeys': 31,
  'PodAffinityTerm.mismatchLabelKeys': 31,
  'PodSecurityContext.seLinuxChangePolicy': 33,
  'PodSecurityContext.supplementalGroupsPolicy': 33,
  'PodSpec.hostUsers': 33,
  'PodSpec.hostnameOverride': 35,
  'PodSpec.resources': 34,
  'SecurityContext.procMount': 33,
  'Volume.image': 35,
  'VolumeMount.recursiveReadOnly': 31,
};
