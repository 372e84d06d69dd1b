import { connection, delivery } from './remote';
import { valueOf } from '../../../private/default-row';
import { Wire } from '../../../private/wire';
import { LOG_DEFAULTS } from '../../defaults';
import { DestinationOf } from '../../destinations/destination-kinds';
import { DestinationContext } from '../../private/destination-context';
import { LUA_MESSAGE } from '../lua/lua-message';
import { NODE_NAME, plainText, sizeText } from '../text';

export function syslogOutput(destination: DestinationOf<'syslog'>, context: DestinationContext): Wire {
  const { options: { format, appName, facility, severity, maxSize }, endpoint } = destination;
  const standard = valueOf(LOG_DEFAULTS.syslog, context.cluster);
  return {
    name: 'syslog',
    ...connection(destination, context),
    mode: endpoint.scheme,
    syslog_format: format ?? standard.format,
    syslog_message_key: 'log',
    syslog_hostname_preset: NODE_NAME,
    syslog_appname_preset: plainText(appName ?? standard.appName, 'appName'),
    syslog_facility_preset: facility ?? standard.facility,
    syslog_severity_preset: severity ?? standard.severity,
    syslog_maxsize: maxSize && sizeText(maxSize),
    ...delivery(destination, context),
    // entries of the journal and lines in JSON have no field `log`, and would be messages without a text
    processors: { logs: [{ name: 'lua', call: 'message', code: LUA_MESSAGE, enable_flb_null: true }] },
  };
}
