import { compressionOf, delivery, tlsFiles } from './remote';
import { Wire } from '../../../private/wire';
import { DestinationOf } from '../../destinations/destination-kinds';
import { KafkaSaslMechanism } from '../../destinations/kafka-destination-options';
import { DestinationContext } from '../../private/destination-context';
import { plainText } from '../text';

/** The plugin has its own keys of TLS, those of librdkafka. */
export function kafkaOutput(destination: DestinationOf<'kafka'>, context: DestinationContext): Wire {
  const { options: { topic, auth, saslMechanism, tls = {} }, brokers, plaintext } = destination;
  const { userName, userKey, password } = auth?._details ?? {};
  return {
    'name': 'kafka',
    'brokers': brokers.join(','),
    'topics': topic,
    'format': 'json',
    'timestamp_key': '@timestamp',
    'timestamp_format': 'iso8601',
    // by itself ten tries, then the chunk is given back: here it waits until there is room
    'queue_full_retries': 0,
    'rdkafka.security.protocol': `${auth ? 'SASL_' : ''}${plaintext ? 'PLAINTEXT' : 'SSL'}`,
    ...!plaintext && {
      'rdkafka.enable.ssl.certificate.verification': !tls.insecureSkipVerify,
      'rdkafka.ssl.endpoint.identification.algorithm': tls.insecureSkipVerify ? 'none' : 'https',
      ...tlsFiles(tls, context, ['rdkafka.ssl.ca.location', 'rdkafka.ssl.certificate.location', 'rdkafka.ssl.key.location']),
    },
    ...auth && {
      'rdkafka.sasl.mechanism': saslMechanism ?? KafkaSaslMechanism.SCRAM_SHA_512,
      'rdkafka.sasl.username': userKey === undefined ? plainText(userName!, 'the user name') : context.secret('user', userKey),
      'rdkafka.sasl.password': context.secret('password', password!),
    },
    'rdkafka.request.required.acks': -1,
    'rdkafka.enable.idempotence': true,
    'rdkafka.compression.codec': compressionOf(destination, context.cluster) ?? 'none',
    // by itself librdkafka drops a message after 5 minutes, and holds up to 1 GiB of them in memory
    'rdkafka.message.timeout.ms': destination.retry(context.cluster).limit === Infinity ? 0 : undefined,
    'rdkafka.queue.buffering.max.kbytes': 16_384,
    ...delivery(destination, context),
  };
}
