import { compressed } from './delivery';
import { KafkaDestinationOptions } from './kafka-destination-options';
import { requireMatch } from './required';
import { requireTls } from './transport';
import { fail, quote } from '../../private/agent-error';
import { authorityOf, parseSocket } from '../private/endpoint';

/** A topic of Kafka. */
export function kafkaDestination(options: KafkaDestinationOptions) {
  const { topic, auth, tls, plaintext = false } = options;
  requireMatch(topic, 'a topic', /^(?!\.{1,2}$)[A-Za-z0-9._-]{1,249}$/, 'at most 249 letters, digits, `.`, `_` and `-`');
  requireTls(tls, !plaintext, 'plaintext: true', 'no plaintext: a broker');
  if (options.brokers.length === 0) {
    fail({
      code: 'invalid-destination',
      what: 'the cluster is not found: there is no broker',
      given: 'brokers: []',
      allowed: 'HOST:PORT',
      fix: 'name at least one broker',
    });
  }
  const brokers = options.brokers.map(broker => {
    const endpoint = parseSocket(`tls://${broker}`, { tls: 9092 });
    requireMatch(broker, 'a broker', /:\d+$/, 'HOST:PORT');
    return authorityOf(endpoint);
  });
  if (auth !== undefined && auth.kind !== 'basic') {
    fail({
      code: 'invalid-destination', what: 'Kafka does not know this proof', given: `DestinationAuth.${auth.kind}`,
      allowed: 'DestinationAuth.basic, DestinationAuth.basicFrom',
      fix: 'use one of those, or a client certificate',
    });
  }
  if (auth === undefined && options.saslMechanism !== undefined) {
    fail({
      code: 'invalid-destination',
      what: 'there is a SASL mechanism, and no user for it',
      given: options.saslMechanism,
      fix: 'give `auth: DestinationAuth.basic(user, password)`',
    });
  }
  if (tls?.serverName !== undefined) {
    fail({
      code: 'invalid-destination',
      what: 'brokers of Kafka name each other, so one name does not fit',
      given: quote(tls.serverName),
      fix: 'leave `serverName` out',
    });
  }
  return { ...compressed(options), brokers, plaintext };
}
