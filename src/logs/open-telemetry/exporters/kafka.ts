import { OutputContext, Translation } from './output';
import { queue, retries, timeout, tlsOf } from './remote';
import { compact, Wire } from '../../../private/wire';
import { DestinationOf } from '../../destinations/destination-kinds';
import { KafkaSaslMechanism } from '../../destinations/kafka-destination-options';
import { DestinationContext } from '../../private/destination-context';
import { plainText } from '../text';

/** Messages are OTLP in JSON, a request each: the exporter has no plain records. */
export function kafkaExporter(destination: DestinationOf<'kafka'>, output: OutputContext): Translation {
  const { context } = output;
  const { options: { topic, tls }, brokers, plaintext } = destination;
  return {
    settings: {
      brokers: brokers.map(broker => plainText(broker, 'a broker')),
      logs: { topic: plainText(topic, 'the topic'), encoding: 'otlp_json' },
      // every replica, as the brokers have it
      producer: { required_acks: -1, compression: destination.compression(context.cluster) },
      tls: plaintext ? undefined : tlsOf(tls, context) ?? { insecure: false },
      auth: auth(destination, context),
      timeout: timeout(context),
      ...retries(destination, output),
      ...queue(destination, output),
    },
    extensions: {},
    processors: {},
  };
}

/** The exporter takes a password as a text alone. */
function auth({ options: { auth: given, saslMechanism } }: DestinationOf<'kafka'>, context: DestinationContext): Wire | undefined {
  if (given === undefined) {return undefined;}
  const { userName, userKey, password } = given._details;
  return {
    sasl: compact({
      mechanism: saslMechanism ?? KafkaSaslMechanism.SCRAM_SHA_512,
      username: userKey === undefined ? plainText(userName!, 'the user name') : context.secret('user', userKey),
      password: context.secret('password', password!),
    }),
  };
}
