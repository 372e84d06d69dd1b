import { fail, quote } from '../private/agent-error';
import { guardClass } from '../private/doors/guard-class';

/**
 * The identity by which the pods of a driver sign in to a cloud, in place of that of their node.
 */
export class CloudIdentity {
  /**
   * A role of AWS that the service account stands for (IAM roles for service accounts). The role has to trust the service account by its
   * name.
   *
   * @param roleArn `arn:aws:iam::111122223333:role/ebs-csi`
   * @throws invalid-cloud-identity
   */
  public static awsRole(roleArn: string): CloudIdentity {
    requireId(
      'the role of AWS', roleArn, /^arn:aws[a-z-]*:iam::\d{12}:role\/\S+$/, 'arn:aws:iam::ACCOUNT:role/NAME', 'copy the ARN of the role',
    );
    return new CloudIdentity('awsRole', { 'eks.amazonaws.com/role-arn': roleArn });
  }

  /** EKS Pod Identity: the service account is made, and the association in EKS names it. Nothing else is written. */
  public static eksPodIdentity(): CloudIdentity {
    return new CloudIdentity('eksPodIdentity');
  }

  /**
   * A service account of Google Cloud (workload identity of GKE).
   *
   * @param email `ebs-csi@project.iam.gserviceaccount.com`
   * @throws invalid-cloud-identity
   */
  public static googleServiceAccount(email: string): CloudIdentity {
    requireId(
      'the service account of Google Cloud', email, /^[^@\s]+@[^@\s]+\.gserviceaccount\.com$/, 'NAME@PROJECT.iam.gserviceaccount.com',
      'copy its email address',
    );
    return new CloudIdentity('googleServiceAccount', { 'iam.gke.io/gcp-service-account': email });
  }

  /**
   * An application or managed identity of Microsoft Entra (workload identity of AKS).
   *
   * @param clientId the client id of the identity
   * @param tenantId the tenant, where it is not that of the cluster
   * @throws invalid-cloud-identity
   */
  public static azureClient(clientId: string, tenantId?: string): CloudIdentity {
    const ids = [['the client id of Azure', clientId], ...tenantId === undefined ? [] : [['the tenant id of Azure', tenantId]]];
    ids.forEach(([
      what, id,
    ]) => requireId(what, id, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, 'a GUID', 'copy it from `az identity show`'));
    return new CloudIdentity('azureClient', {
      'azure.workload.identity/client-id': clientId, ...tenantId !== undefined && { 'azure.workload.identity/tenant-id': tenantId },
    }, { 'azure.workload.identity/use': 'true' });
  }

  private constructor(
    /** `awsRole`, `eksPodIdentity`, `googleServiceAccount` or `azureClient`. */
    public readonly kind: string,
    /** Annotations of the service account. */
    public readonly accountAnnotations: { [key: string]: string } = {},
    /** Labels of the pods. */
    public readonly podLabels: { [key: string]: string } = {},
  ) {}
}

guardClass({ CloudIdentity });

function requireId(what: string, given: string, pattern: RegExp, allowed: string, fix: string): void {
  if (!pattern.test(given)) {fail({ code: 'invalid-cloud-identity', what: `${what} is not one`, given: quote(given), allowed, fix });}
}
