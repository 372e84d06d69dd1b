/** What people see first, in the order of docs/troubleshooting.md. */
export const SYMPTOMS = {
  'no-pod': 'No pods on some nodes',
  'refused': 'Pods are not created (FailedCreate)',
  'pending': 'Pods stay Pending (FailedScheduling)',
  'mount': 'Mount errors (FailedMount, ContainerCreating)',
  'network': 'The pod has no network (FailedCreatePodSandBox)',
  'image': 'The image cannot be pulled (ImagePullBackOff)',
  'config': 'The container cannot be created (CreateContainerConfigError)',
  'crash': 'Containers restart (CrashLoopBackOff)',
  'permission': 'Permission denied: the agent needs node access',
  'evicted': 'Pods are evicted or rejected by the kubelet',
  'rollout': 'The rollout is stuck',
} as const;

export type Symptom = keyof typeof SYMPTOMS;

export const SYMPTOM_IDS = Object.keys(SYMPTOMS) as readonly Symptom[];
