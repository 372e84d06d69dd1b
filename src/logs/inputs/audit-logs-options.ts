/**
 * What is read of an audit log.
 */
export interface AuditLogsOptions {
  /**
   * The name of the input: in metrics, and for destinations that take some inputs only.
   *
   * @default - `kubernetes-audit` or `linux-audit`
   */
  readonly name?: string;

  /**
   * The file.
   *
   * @default - where kubeadm's documentation puts it, /var/log/kubernetes/audit/audit.log, or where auditd writes, /var/log/audit/audit.log
   */
  readonly path?: string;
}
