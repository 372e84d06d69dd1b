import { bufferOf, tlsOf } from './remote';
import { Sink } from './sink';
import { valueOf } from '../../../private/default-row';
import { LOG_DEFAULTS } from '../../defaults';
import { DestinationOf } from '../../destinations/destination-kinds';
import { LogValue } from '../../log-value';
import { DestinationContext } from '../../private/destination-context';
import { authorityOf } from '../../private/endpoint';
import { messageProgram, TEXT_FIELD, TIME_FIELD } from '../record';
import { vrlText, vrlValue } from '../vrl';

export function syslogSink(destination: DestinationOf<'syslog'>, context: DestinationContext): Sink {
  const { options: { format, appName, facility, severity, tls }, endpoint } = destination;
  const standard = valueOf(LOG_DEFAULTS.syslog, context.cluster);
  return {
    program: [
      messageProgram('message'),
      '. = {',
      `  "${TEXT_FIELD}": message,`,
      `  "${TIME_FIELD}": ."${TIME_FIELD}",`,
      `  "host": ${vrlValue(LogValue.nodeName()._source)},`,
      `  "app_name": ${vrlText(appName ?? standard.appName)},`,
      `  "facility": ${facility ?? standard.facility},`,
      `  "severity": ${severity ?? standard.severity},`,
      '}',
      '',
    ].join('\n'),
    wire: {
      type: 'socket',
      mode: endpoint.scheme === 'udp' ? 'udp' : 'tcp',
      address: authorityOf(endpoint),
      encoding: {
        codec: 'syslog',
        syslog: { rfc: format ?? standard.format, app_name: 'app_name', facility: 'facility', severity: 'severity' },
      },
      framing: endpoint.scheme === 'udp' ? undefined : { method: 'newline_delimited' },
      tls: endpoint.scheme === 'tls' ? { enabled: true, ...tlsOf(tls, context) } : undefined,
      buffer: bufferOf(destination, context),
    },
  };
}
