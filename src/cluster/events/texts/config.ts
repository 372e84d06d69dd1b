import type { EventText } from '../event-text';

/** Why the kubelet does not create a container of a pod that is on its node. */
export const CONFIG_TEXTS: readonly EventText[] = [
  {
    id: 'variable-key-missing', symptom: 'config', by: 'kubelet',
    texts: ['couldn\'t find key {key} in ConfigMap {namespace}/{name}', 'couldn\'t find key {key} in Secret {namespace}/{name}'],
    cause: '{namespace}/{name} has no key {key}, which a variable of the container asks for.',
    fix: 'Add the key, correct `configMapKeyRef` or `secretKeyRef`, or set `optional: true`.',
  },
  {
    id: 'variable-config-map-missing', symptom: 'config', by: 'kubelet', texts: ['configmap "{name}" not found'],
    cause: 'The ConfigMap {name}, from which the container takes variables, does not exist in the namespace of the pod.',
    fix: 'Apply it with the DaemonSet, or set `optional: true`.',
  },
  {
    id: 'variable-secret-missing', symptom: 'config', by: 'kubelet', texts: ['secret "{name}" not found'],
    cause: 'The Secret {name}, from which the container takes variables, does not exist in the namespace of the pod.',
    fix: 'Create it in that namespace, or set `optional: true`.',
  },
  {
    id: 'image-runs-as-root', symptom: 'permission', by: 'kubelet', texts: ['container has runAsNonRoot and image will run as root'],
    cause: 'The user of the image is root, and `runAsNonRoot: true` forbids it.',
    fix: 'Set `runAsUser` to a user other than 0; if the agent needs root, run it as user 0 with the capabilities that it needs.',
    option: '`securityContext: ContainerSecurity.nonRoot(65534)`, or `ContainerSecurity.root(reason)`',
  },
  {
    id: 'image-user-is-a-name', symptom: 'permission', by: 'kubelet',
    texts: ['container has runAsNonRoot and image has non-numeric user ({user}), cannot verify user is non-root'],
    cause: 'The image names its user ({user}), so the kubelet cannot tell that it is not root.',
    fix: 'Set `runAsUser` to the number of that user.',
    option: '`securityContext: ContainerSecurity.nonRoot(user)`',
  },
  {
    id: 'user-breaks-non-root', symptom: 'permission', by: 'kubelet', texts: ['container\'s runAsUser breaks non-root policy'],
    cause: 'The container asks for user 0, and `runAsNonRoot: true` forbids it.', fix: 'Keep one of the two.',
    option: '`securityContext: ContainerSecurity.root(reason)`',
  },
  {
    id: 'app-armor-profile-missing', symptom: 'config', by: 'container runtime', texts: ['apparmor profile not found {profile}'],
    cause: 'The node has not loaded the AppArmor profile {profile}.',
    fix: 'Load it on every node before the agent, or use RuntimeDefault.', option: '`SecurityProfile`',
  },
  {
    id: 'container-name-reserved', symptom: 'config', by: 'container runtime',
    texts: ['failed to reserve container name "{name}": name {error}'],
    cause: 'The container runtime still works on the last try to create this container, as a rule on a slow disk.',
    fix: 'Check disk pressure and I/O of the node; the kubelet tries again. If it lasts, restart the container runtime.',
  },
];
