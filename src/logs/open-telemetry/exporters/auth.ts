import { valueOf } from '../../../private/default-row';
import { compact, Wire } from '../../../private/wire';
import { LOG_DEFAULTS } from '../../defaults';
import { DestinationAuth } from '../../destination-auth';
import { DestinationContext } from '../../private/destination-context';
import { distributionOf } from '../components';
import { optionalText, plainText } from '../text';

/** Extensions that exporters refer to, by id. */
export type Extensions = { readonly [id: string]: Wire };

/** The setting of an exporter, and the extension that it refers to. */
export interface Auth {
  readonly setting: Wire;
  readonly extensions: Extensions;
}

/** What requests to a destination are signed for. */
export type SignedFor = 'search' | 'otlp';

/** How an exporter proves who it is. Credentials are read from files, which may change meanwhile. */
export function authOf(auth: DestinationAuth | undefined, signedFor: SignedFor, context: DestinationContext): Auth {
  if (auth === undefined) {return { setting: {}, extensions: {} };}
  const { type, settings } = AUTHENTICATORS[auth.kind];
  const id = `${type}/${context.name}`;
  return { setting: { auth: { authenticator: id } }, extensions: { [id]: compact(settings(auth._details, context, signedFor)) } };
}

/** Whether the image must be that of `contrib`. */
export function authNeedsContrib({ kind }: DestinationAuth): boolean {
  return distributionOf('extensions', AUTHENTICATORS[kind].type) === 'contrib';
}

type Details = DestinationAuth['_details'];

interface Authenticator {
  /** The type of the extension. */
  readonly type: string;
  settings(details: Details, context: DestinationContext, signedFor: SignedFor): Wire;
}

const BEARER = (scheme: string): Authenticator => ({
  type: 'bearertokenauth', settings: ({ token }, context) => ({ scheme, filename: context.file('token', path => token!._fileAt(path)) }),
});

const AUTHENTICATORS: { readonly [kind: string]: Authenticator } = {
  basic: {
    type: 'basicauth',
    settings: ({ userName, userKey, password }, context) => ({
      client_auth: compact({
        username: optionalText(userName, 'the user name'),
        username_file: userKey && context.file('user', path => userKey._fileAt(path)),
        password_file: context.file('password', path => password!._fileAt(path)),
      }),
    }),
  },
  bearer: BEARER('Bearer'),
  apiKey: BEARER('ApiKey'),
  aws: { type: 'sigv4auth', settings: signature },
  awsKeys: {
    type: 'sigv4auth',
    settings: (details, context, signedFor) => {
      sharedKeys(details, context);
      return signature(details, context, signedFor);
    },
  },
  oauth2: {
    type: 'oauth2client',
    settings: ({ tokenUrl, clientId, clientSecret, oauth2 = {} }, context) => ({
      token_url: plainText(tokenUrl!, 'the URL of the token'),
      client_id: plainText(clientId!, 'the client id'),
      client_secret_file: context.file('client-secret', path => clientSecret!._fileAt(path)),
      scopes: optionalText(oauth2.scope, 'scope')?.split(' '),
      endpoint_params: oauth2.audience === undefined ? undefined : { audience: plainText(oauth2.audience, 'audience') },
    }),
  },
};

/** Access keys from Secrets, for exporters that sign by themselves. */
export function awsKeys({ kind, _details }: DestinationAuth, context: DestinationContext): void {
  if (kind === 'awsKeys') {sharedKeys(_details, context);}
}

/** The library of Amazon reads them from the environment. */
function sharedKeys({ accessKeyId, secretAccessKey }: Details, context: DestinationContext): void {
  context.sharedSecret('AWS_ACCESS_KEY_ID', accessKeyId!);
  context.sharedSecret('AWS_SECRET_ACCESS_KEY', secretAccessKey!);
}

function signature({ region, aws = {} }: Details, { cluster }: DestinationContext, signedFor: SignedFor): Wire {
  return {
    region: plainText(region!, 'the region'),
    service: plainText(aws.service ?? valueOf(LOG_DEFAULTS.awsServices, cluster)[signedFor], 'the service'),
    assume_role: aws.roleArn === undefined ? undefined : compact({
      arn: plainText(aws.roleArn, 'roleArn'),
      sts_region: plainText(region!, 'the region'),
      external_id: optionalText(aws.externalId, 'externalId'),
    }),
  };
}
