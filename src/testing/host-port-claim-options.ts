/** Of which kind a port of the node is. */
export interface HostPortClaimOptions {
  /**
   * `TCP`, `UDP` or `SCTP`.
   *
   * @default - any protocol
   */
  readonly protocol?: string;

  /**
   * The address of the node that it is on; an empty text for all of them.
   *
   * @default - any address, or all
   */
  readonly hostIp?: string;
}
