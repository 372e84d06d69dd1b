/** Which rules of the Pod Security Standards count. */
export interface PodSecurityOptions {
  /**
   * The version of the policy, which is that of the cluster unless the namespace names another: `1.34`.
   *
   * @default - the newest rules that this library knows
   */
  readonly kubernetesVersion?: string;
}
