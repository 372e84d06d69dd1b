/**
 * Which GPU a container gets where several containers share one.
 */
export enum IntelAllocationPolicy {
  /** The first that the kubelet offers. */
  NONE = 'none',
  /** The one that fewest containers use. */
  BALANCED = 'balanced',
  /** One GPU is filled before the next. */
  PACKED = 'packed',
}
