import { AgentObject } from '../../agent/companions/agent-object';
import { guardClass } from '../../private/doors/guard-class';
import { requireName } from '../../private/names';
import { compact } from '../../private/wire';

/**
 * The issuer of cert-manager that signs a certificate.
 */
export interface CiliumIssuerOptions {
  /**
   * The name of the issuer.
   */
  readonly name: string;

  /**
   * Its kind.
   *
   * @default ClusterIssuer
   */
  readonly kind?: string;

  /**
   * Its API group, for issuers that are not part of cert-manager.
   *
   * @default cert-manager.io
   */
  readonly group?: string;

  /**
   * How long a certificate is valid, as cert-manager writes durations.
   *
   * @default 8760h0m0s - a year, as the chart of Cilium has it
   */
  readonly duration?: string;
}

/**
 * Where a server of Hubble has its certificate from. No key is ever made here: a key in a manifest would be another one in every synth.
 */
export class CiliumCertificates {
  /**
   * A Secret that you bring, with the keys `tls.crt`, `tls.key` and `ca.crt`, as cert-manager makes it. The agent starts without it and
   * waits for it.
   *
   * @param name the Secret, in the namespace of Cilium
   * @throws invalid-name
   */
  public static secret(name: string): CiliumCertificates {
    return new CiliumCertificates('secret', requireName(name, 'dns-subdomain', 'the Secret with the certificate of Hubble'));
  }

  /**
   * A Certificate of cert-manager, which makes the Secret and renews it. The custom resource definitions of cert-manager must be there.
   *
   * @throws invalid-name
   */
  public static certManager(issuer: CiliumIssuerOptions): CiliumCertificates {
    requireName(issuer.name, 'dns-subdomain', 'the issuer of cert-manager');
    return new CiliumCertificates('cert-manager', undefined, issuer);
  }

  /** None: whoever reaches the port of the node reads the traffic of all its pods. */
  public static none(): CiliumCertificates {
    return new CiliumCertificates('none');
  }

  private constructor(
    /** `secret`, `cert-manager` or `none`. */
    public readonly kind: string,
    /** The Secret that you bring. */
    public readonly secretName?: string,
    private readonly issuer?: CiliumIssuerOptions,
  ) {}

  /** @internal the Secret that the agent reads; undefined without certificates */
  public _secret(standard: string): string | undefined {
    return this.kind === 'none' ? undefined : this.secretName ?? standard;
  }

  /** @internal the Certificate, where there is one to write */
  public _certificate(name: string, dnsName: string, namespace: string | undefined): AgentObject | undefined {
    if (this.issuer === undefined) {return undefined;}
    const { name: issuer, kind = 'ClusterIssuer', group, duration = '8760h0m0s' } = this.issuer;
    return AgentObject.of({
      apiVersion: 'cert-manager.io/v1', kind: 'Certificate', name, namespace,
      fields: {
        spec: {
          issuerRef: compact({ group: group ?? 'cert-manager.io', kind, name: issuer }), secretName: name, commonName: dnsName,
          dnsNames: [dnsName], duration,
          privateKey: { rotationPolicy: 'Always' }, isCA: false, usages: ['signing', 'key encipherment', 'server auth', 'client auth'],
        },
      },
    });
  }
}

guardClass({ CiliumCertificates });
