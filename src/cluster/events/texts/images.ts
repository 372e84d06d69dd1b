import type { EventText } from '../event-text';

/** The text as the container runtime writes it, and as the kubelet puts it into an event. */
function pulling(end: string): string[] {
  return [`failed to pull and unpack image "{image}": {detail}${end}`, `Failed to pull image "{image}": {detail}${end}`];
}

/** What is said where an image cannot be pulled. The kubelet passes on what the container runtime answers. */
export const IMAGE_TEXTS: readonly EventText[] = [
  {
    id: 'image-platform-missing', symptom: 'image', by: 'container runtime', texts: pulling('no match for platform in manifest'),
    cause: 'The image has no variant for the architecture or operating system of the node.',
    fix: 'Publish the image for every architecture of the nodes, or leave these nodes out by the label kubernetes.io/arch.',
    option: '`nodes: NodeCoverage...`',
  },
  {
    id: 'image-access-denied', symptom: 'image', by: 'container runtime',
    texts: [
      ...pulling('pull access denied, repository does not exist or may require authorization'),
      ...pulling('insufficient_scope: authorization failed'),
      ...pulling('401 Unauthorized'), ...pulling('403 Forbidden'),
    ],
    cause: 'The registry does not let the node pull the image: credentials are missing or wrong, or the repository has another name.',
    fix: 'Create a Secret of the type kubernetes.io/dockerconfigjson in the namespace of the agent and name it in `imagePullSecrets`, or '
      + 'give the nodes access to the registry.',
    option: '`imagePullSecrets`',
  },
  {
    id: 'image-rate-limit', symptom: 'image', by: 'container runtime',
    texts: [...pulling('429 Too Many Requests'), ...pulling('toomanyrequests')],
    cause: 'The registry has had too many pulls: a rollout pulls once on every node.',
    fix: 'Pull from a mirror or a registry of your own, with credentials; let fewer nodes at a time update.',
    option: '`TargetCluster.configure(scope, { imageRegistry })`, `Rollout.count(n)`',
  },
  {
    id: 'image-registry-unknown-host', symptom: 'image', by: 'container runtime',
    texts: [...pulling('dial tcp: lookup {host} on {server}: {error}'), ...pulling('dial tcp: lookup {host}: {error}')],
    cause: 'The node does not find the registry {host}: {error}. Nodes resolve names by their own DNS, not by that of the cluster.',
    fix: 'Correct the name of the registry or the DNS of the node.', option: '`TargetCluster.configure(scope, { imageRegistry })`',
  },
  {
    id: 'image-registry-not-trusted', symptom: 'image', by: 'container runtime',
    texts: [...pulling('x509: certificate signed by unknown authority'), ...pulling('x509: ')],
    cause: 'The node does not trust the certificate of the registry.',
    fix: 'Install the certificate authority on the node (for containerd in /etc/containerd/certs.d).',
  },
  {
    id: 'image-no-space', symptom: 'image', by: 'container runtime', texts: pulling('no space left on device'),
    cause: 'The disk of the node is full, so {image} cannot be unpacked.',
    fix: 'Free the disk: `kubectl describe node` shows DiskPressure; remove images with `crictl rmi --prune`.',
  },
  {
    id: 'image-not-found', symptom: 'image', by: 'container runtime',
    texts: [...pulling(': not found'), ...pulling('manifest unknown')],
    cause: 'The registry has no such image or tag.',
    fix: 'Correct name and tag: `docker manifest inspect` or `crane digest` ask the registry.', option: '`image`',
  },
  {
    id: 'image-registry-not-reached', symptom: 'image', by: 'container runtime',
    texts: [
      'image pull failed for {image} because the registry is unavailable',
      ...['i/o timeout', 'connection refused', 'context deadline exceeded', 'no route to host', 'network is unreachable'].flatMap(pulling),
    ],
    cause: 'The node does not reach the registry of {image}.',
    fix: 'Check proxy and firewall of the node, or use a registry that nodes reach.',
    option: '`TargetCluster.configure(scope, { imageRegistry })`',
  },
  {
    id: 'image-never-pulled', symptom: 'image', by: 'kubelet',
    texts: ['Container image "{image}" is not present with pull policy of Never'],
    cause: 'The node does not have {image}, and `imagePullPolicy: Never` forbids to pull it.',
    fix: 'Load the image onto every node, or use IfNotPresent.', option: '`imagePullPolicy`',
  },
  {
    id: 'image-name-invalid', symptom: 'image', by: 'kubelet',
    texts: ['Failed to apply default image tag "{image}": {error}', 'couldn\'t parse image name "{image}": {error}'],
    cause: '{image} is no name of an image: {error}.', fix: 'Write registry/repository:tag in small letters.', option: '`image`',
  },
  {
    id: 'image-signature', symptom: 'image', by: 'kubelet',
    texts: ['image pull failed for {image} because the signature validation failed'],
    cause: 'The container runtime does not accept the signature of the image.',
    fix: 'Sign the image with a key that the policy of the nodes names, or correct the policy.',
  },
  {
    id: 'image-pull-limited', symptom: 'image', by: 'kubelet', texts: ['pull QPS exceeded'],
    cause: 'The kubelet pulls no faster than its `registryPullQPS`; it tries again.',
    fix: 'Wait; raise `registryPullQPS` of the kubelet if it lasts.',
  },
  {
    id: 'image-pull-failed', symptom: 'image', isSummary: true, by: 'kubelet', texts: ['Failed to pull image "{image}": {error}'],
    cause: '{image} cannot be pulled: {error}.', fix: 'Pull it on the node with `crictl pull` to see the whole answer of the registry.',
    option: '`image`, `imagePullSecrets`',
  },
  {
    id: 'image-pull-back-off', symptom: 'image', isSummary: true, by: 'kubelet', texts: ['Back-off pulling image "{image}"'],
    cause: 'The last pulls of {image} failed, and the kubelet waits longer before each new one.',
    fix: 'The event `Failed to pull image` of the same pod names the cause.',
  },
];
