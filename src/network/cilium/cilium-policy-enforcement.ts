/**
 * Which pods network policies of Cilium isolate.
 */
export enum CiliumPolicyEnforcement {
  /** Pods that a policy selects. */
  DEFAULT = 'default',
  /** Every pod: what no policy allows is dropped, DNS and the API server too. */
  ALWAYS = 'always',
  /** None: policies have no effect. */
  NEVER = 'never',
}
