import { bufferOf, tlsOf, userOf } from './remote';
import { Sink } from './sink';
import { DestinationOf } from '../../destinations/destination-kinds';
import { KafkaSaslMechanism } from '../../destinations/kafka-destination-options';
import { DestinationContext } from '../../private/destination-context';

export function kafkaSink(destination: DestinationOf<'kafka'>, context: DestinationContext): Sink {
  const { options: { topic, auth, saslMechanism, tls }, brokers, plaintext, retry } = destination;
  const { limit } = retry(context.cluster);
  const user = auth && userOf(auth, context);
  return {
    wire: {
      type: 'kafka',
      bootstrap_servers: brokers.join(','),
      topic,
      encoding: { codec: 'json' },
      compression: destination.compression(context.cluster),
      sasl: user && {
        enabled: true, mechanism: saslMechanism ?? KafkaSaslMechanism.SCRAM_SHA_512, username: user.user, password: user.password,
      },
      tls: plaintext ? undefined : { enabled: true, ...tlsOf(tls, context) },
      // by itself librdkafka drops a message after 5 minutes
      message_timeout_ms: limit === Infinity ? 0 : undefined,
      librdkafka_options: {
        'enable.idempotence': 'true',
        'request.required.acks': 'all',
        // by itself up to 1 GiB of messages in memory
        'queue.buffering.max.kbytes': '16384',
        ...limit !== Infinity && { 'message.send.max.retries': String(limit) },
      },
      buffer: bufferOf(destination, context),
    },
  };
}
