import { guardClass } from '../private/doors/guard-class';
import { requireName } from '../private/names';
import { cleanAbsolutePath } from '../private/paths';

/**
 * Where a driver for Azure finds the settings of the cloud: the subscription, the resource group, and how to sign in.
 */
export class AzureCloudConfig {
  /**
   * A file of each node, as AKS and Cluster API write it. It is mounted read-only and must exist.
   *
   * @param path on Linux nodes
   * @param windowsPath on Windows nodes
   * @throws invalid-path
   */
  public static nodeFile(path: string = '/etc/kubernetes/azure.json', windowsPath: string = 'C:\\k\\azure.json'): AzureCloudConfig {
    return new AzureCloudConfig('nodeFile', { path: cleanAbsolutePath(path, 'the cloud config of Azure'), windowsPath });
  }

  /**
   * The key `cloud-config` of a Secret. The driver may read this Secret and no other.
   *
   * @param name the name of the Secret
   * @param namespace its namespace
   * @throws invalid-name
   */
  public static secret(name: string = 'azure-cloud-provider', namespace: string = 'kube-system'): AzureCloudConfig {
    return new AzureCloudConfig('secret', undefined, {
      name: requireName(name, 'dns-subdomain', 'the Secret with the cloud config of Azure'),
      namespace: requireName(namespace, 'dns-label', 'its namespace'),
    });
  }

  private constructor(
    /** The name of the factory method. */
    public readonly kind: string,
    /** @internal */
    public readonly _file?: { readonly path: string; readonly windowsPath: string },
    /** @internal */
    public readonly _secret?: { readonly name: string; readonly namespace: string },
  ) {}
}

guardClass({ AzureCloudConfig });
