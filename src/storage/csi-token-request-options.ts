import { Duration } from 'cdk8s';

/**
 * A token of the pod's service account that the kubelet passes to the driver with each mount.
 */
export interface CsiTokenRequestOptions {
  /**
   * Who the token is for. Empty for the API server.
   */
  readonly audience: string;

  /**
   * How long it lives: 10 minutes or more.
   *
   * @default - one hour, by the kubelet
   */
  readonly expiration?: Duration;
}
