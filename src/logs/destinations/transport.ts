import { fail, quote } from '../../private/agent-error';
import { DestinationTlsOptions } from '../destination-tls-options';

/**
 * Refuses settings of TLS where there is none, and half of a client certificate.
 *
 * @param given what says that there is no TLS
 * @param scheme how a URL with TLS begins
 * @throws invalid-destination
 */
export function requireTls(tls: DestinationTlsOptions | undefined, isTls: boolean, given: string, scheme: string): void {
  if (tls && Object.values(tls).some(value => value !== undefined) && !isTls) {
    fail({
      code: 'invalid-destination',
      what: 'the destination has settings for TLS, but its URL says that there is none',
      given: quote(given),
      allowed: `a URL that begins with ${scheme}://`,
      fix: `write ${scheme}://, or leave \`tls\` out`,
    });
  }
  if ((tls?.clientCertificate === undefined) !== (tls?.clientKey === undefined)) {
    fail({
      code: 'invalid-destination',
      what: 'a client certificate and its key come together',
      given: tls?.clientKey === undefined ? '`clientCertificate` alone' : '`clientKey` alone',
      fix: 'give both, or neither',
    });
  }
}
