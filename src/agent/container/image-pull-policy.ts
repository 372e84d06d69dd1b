/**
 * When the kubelet asks the registry for an image.
 */
export enum ImagePullPolicy {
  /** At each start. A registry that is down keeps agents from starting. */
  ALWAYS = 'Always',
  /** When the node does not have it. */
  IF_NOT_PRESENT = 'IfNotPresent',
  /** Never: the image must be on the node. */
  NEVER = 'Never',
}
