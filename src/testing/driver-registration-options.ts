/** The kubelet that a CSI driver registers with. */
export interface DriverRegistrationOptions {
  /**
   * The directory of the kubelet on the nodes: its `--root-dir`.
   *
   * @default - `/var/lib/kubelet`; for pods of Windows `C:\var\lib\kubelet`
   */
  readonly kubeletDirectory?: string;
}
