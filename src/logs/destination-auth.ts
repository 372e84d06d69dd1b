import { parseEndpoint } from './private/endpoint';
import { SecretKey } from './secret-key';
import { fail } from '../private/agent-error';
import { guardClass } from '../private/doors/guard-class';

/**
 * Details of a signature for Amazon services.
 */
export interface AwsAuthOptions {
  /**
   * The role that is assumed.
   *
   * @default - the identity of the pod (IRSA or Pod Identity) or of the node
   */
  readonly roleArn?: string;

  /**
   * The external id that the role asks for.
   *
   * @default - the role asks for no external id
   */
  readonly externalId?: string;

  /**
   * The service in the signature: `es` for a domain, `aoss` for OpenSearch Serverless, `logs` and `xray` for OTLP, `execute-api` for API
   * Gateway.
   *
   * @default - `es` for Elasticsearch and OpenSearch, `logs` for OTLP, `execute-api` for plain HTTP
   */
  readonly service?: string;
}

/**
 * Details of OAuth 2 client credentials.
 */
export interface OAuth2AuthOptions {
  /**
   * The scope that is asked for.
   *
   * @default - the token server decides
   */
  readonly scope?: string;

  /**
   * The audience of the token.
   *
   * @default - the token server decides
   */
  readonly audience?: string;
}

/**
 * How the agent proves to a destination who it is. What is secret is a key of a Secret.
 */
export class DestinationAuth {
  /**
   * A user name and a password.
   *
   * @param user the user name, without `:`, which separates it from the password
   * @throws invalid-destination
   */
  public static basic(user: string, password: SecretKey): DestinationAuth {
    if (user.includes(':')) {
      fail({
        code: 'invalid-destination',
        what: 'a user name has a `:`, behind which servers read the password',
        given: 'a user name with `:`',
        allowed: 'a user name without `:`',
        fix: 'give the name alone: the password comes from the Secret',
      });
    }
    return new DestinationAuth('basic', { userName: user, password });
  }

  /** A user name and a password, both from Secrets. */
  public static basicFrom(userKey: SecretKey, password: SecretKey): DestinationAuth {
    return new DestinationAuth('basic', { userKey, password });
  }

  /** A token: `Authorization: Bearer ...`. */
  public static bearer(token: SecretKey): DestinationAuth {
    return new DestinationAuth('bearer', { token });
  }

  /** An API key of Elasticsearch, in the encoded form that `POST /_security/api_key` answers with. */
  public static apiKey(encoded: SecretKey): DestinationAuth {
    return new DestinationAuth('apiKey', { token: encoded });
  }

  /**
   * A signature (SigV4) with the cloud identity of the pod or node: no credential at all.
   *
   * @param region such as `eu-west-1`
   */
  public static aws(region: string, options: AwsAuthOptions = {}): DestinationAuth {
    return new DestinationAuth('aws', { region, aws: options });
  }

  /**
   * A signature (SigV4) with access keys from Secrets, for stores like MinIO that know no identity of a pod.
   *
   * @param region such as `us-east-1`, which such stores take
   */
  public static awsKeys(region: string, accessKeyId: SecretKey, secretAccessKey: SecretKey): DestinationAuth {
    return new DestinationAuth('awsKeys', { region, accessKeyId, secretAccessKey, aws: {} });
  }

  /**
   * OAuth 2 client credentials.
   *
   * @param tokenUrl where the token is fetched: `https://HOST[:PORT][/PATH]`
   * @throws invalid-destination
   * @throws literal-credential
   */
  public static oauth2(tokenUrl: string, clientId: string, clientSecret: SecretKey, options: OAuth2AuthOptions = {}): DestinationAuth {
    parseEndpoint(tokenUrl, 'the URL of the token');
    return new DestinationAuth('oauth2', { tokenUrl, clientId, clientSecret, oauth2: options });
  }

  private constructor(
    /** `basic`, `bearer`, `apiKey`, `aws`, `awsKeys` or `oauth2`. */
    public readonly kind: string,
    /** @internal */
    public readonly _details: {
      readonly userName?: string;
      readonly userKey?: SecretKey;
      readonly password?: SecretKey;
      readonly token?: SecretKey;
      readonly region?: string;
      readonly aws?: AwsAuthOptions;
      readonly accessKeyId?: SecretKey;
      readonly secretAccessKey?: SecretKey;
      readonly tokenUrl?: string;
      readonly clientId?: string;
      readonly clientSecret?: SecretKey;
      readonly oauth2?: OAuth2AuthOptions;
    },
  ) {}
}

guardClass({ DestinationAuth });
