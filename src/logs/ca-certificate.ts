import type { IConfigMap, ISecret } from 'cdk8s-plus-28';
import { AgentFile } from '../agent/container/agent-file';
import { fail, quote } from '../private/agent-error';
import { guardClass } from '../private/doors/guard-class';

/**
 * Certificates of authorities that a destination's certificate is checked against, in place of those that the image brings.
 */
export class CaCertificate {
  /**
   * From a Secret that exists in the cluster.
   *
   * @param key such as `ca.crt`
   */
  public static secret(secretName: string, key: string): CaCertificate {
    return new CaCertificate('secret', path => AgentFile.secret(path, secretName, key));
  }

  /** From a Secret of cdk8s-plus, or anything else that has its `name`. */
  public static fromSecret(secret: ISecret, key: string): CaCertificate {
    return CaCertificate.secret(secret.name, key);
  }

  /**
   * From a ConfigMap that exists in the cluster, such as a bundle of trust-manager.
   *
   * @param key such as `ca-bundle.crt`
   */
  public static configMap(configMapName: string, key: string): CaCertificate {
    return new CaCertificate('configMap', path => AgentFile.configMap(path, configMapName, key));
  }

  /** From a ConfigMap of cdk8s-plus, or anything else that has its `name`. */
  public static fromConfigMap(configMap: IConfigMap, key: string): CaCertificate {
    return CaCertificate.configMap(configMap.name, key);
  }

  /**
   * The certificates themselves: they are no secret.
   *
   * @param text one or more blocks that begin with `-----BEGIN CERTIFICATE-----`
   * @throws invalid-destination
   */
  public static pem(text: string): CaCertificate {
    if (!/-----BEGIN CERTIFICATE-----[^]+-----END CERTIFICATE-----/.test(text) || /PRIVATE KEY/.test(text)) {
      fail({
        code: 'invalid-destination',
        what: 'this is no certificate in PEM',
        given: quote(text.slice(0, 40)),
        allowed: 'blocks from `-----BEGIN CERTIFICATE-----` to `-----END CERTIFICATE-----`, without a private key',
        fix: 'give the text of the file, not its path; keys belong into a Secret',
      });
    }
    return new CaCertificate('pem', path => AgentFile.text(path, text.endsWith('\n') ? text : `${text}\n`));
  }

  private constructor(
    /** `secret`, `configMap` or `pem`. */
    public readonly kind: string,
    private readonly file: (path: string) => AgentFile,
  ) {}

  /** @internal */
  public _at(path: string): AgentFile {
    return this.file(path);
  }
}

guardClass({ CaCertificate });
