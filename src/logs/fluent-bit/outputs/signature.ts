import { Wire } from '../../../private/wire';
import { DestinationAuth } from '../../destination-auth';
import { optionalText, plainText } from '../text';

/** A signature of requests over plain HTTP and OTLP, whose plugins have another key for the service than the outputs of search engines. */
export function signature({ _details: { region, aws = {} } }: DestinationAuth, service: string): Wire {
  return {
    aws_auth: 'on',
    aws_region: plainText(region!, 'the region'),
    aws_service: plainText(aws.service ?? service, 'the service'),
    aws_role_arn: optionalText(aws.roleArn, 'roleArn'),
    aws_external_id: optionalText(aws.externalId, 'externalId'),
  };
}
