import { OutputContext, Translation } from './output';
import { queue, retries, timeout, tlsOf } from './remote';
import { hostText } from '../../../private/address';
import { valueOf } from '../../../private/default-row';
import { LOG_DEFAULTS } from '../../defaults';
import { DestinationOf } from '../../destinations/destination-kinds';
import { literal } from '../text';
import { transform } from '../transform';

/** The exporter makes messages of attributes of the record, and would take those of others for parts of one. */
export function syslogExporter(destination: DestinationOf<'syslog'>, output: OutputContext): Translation {
  const { options: { format, appName, facility, severity, tls }, endpoint: { host, port, scheme } } = destination;
  const { context } = output;
  const standard = valueOf(LOG_DEFAULTS.syslog, context.cluster);
  const priority = (facility ?? standard.facility) * 8 + (severity ?? standard.severity);
  return {
    settings: {
      endpoint: hostText(host),
      port,
      network: scheme === 'udp' ? 'udp' : 'tcp',
      protocol: format ?? standard.format,
      tls: scheme === 'tls' ? tlsOf(tls, context) ?? { insecure: false } : { insecure: true },
      timeout: timeout(context),
      ...retries(destination, output),
      ...queue(destination, output),
    },
    extensions: {},
    processors: {},
    lastProcessors: {
      transform: transform([`set(log.attributes, {"appname": ${literal(appName ?? standard.appName)}, "hostname": `
        + 'resource.attributes["k8s.node.name"], '
        + `"message": String(log.body), "priority": ${literal(String(priority))}})`]),
    },
  };
}
