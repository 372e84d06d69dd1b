import { compact, Wire } from '../../../private/wire';
import { DestinationAuth } from '../../destination-auth';
import { DestinationContext } from '../../private/destination-context';
import { plainText } from '../text';

/** Who signs requests: the identity of the pod or node, in a role where one is named, or access keys from Secrets. */
export function awsAuthOf({ kind, _details: details }: DestinationAuth, context: DestinationContext): Wire {
  const { aws = {}, accessKeyId, secretAccessKey } = details;
  return compact({
    ...kind === 'awsKeys' && {
      access_key_id: context.secret('access_key_id', accessKeyId!),
      secret_access_key: context.secret('secret_access_key', secretAccessKey!),
    },
    assume_role: aws.roleArn === undefined ? undefined : plainText(aws.roleArn, 'roleArn'),
    external_id: aws.externalId === undefined ? undefined : plainText(aws.externalId, 'externalId'),
  });
}
