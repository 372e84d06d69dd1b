import { above0, AlertQueries, standsStill } from '../private/alert-rules';

const SENT = 'otelcol_exporter_sent_log_records_total';
const READ = 'otelcol_receiver_accepted_log_records_total';

/** Counters that the collector does not have before they count. */
const GIVEN_UP = ['otelcol_exporter_send_failed_log_records_total', 'otelcol_exporter_enqueue_failed_log_records_total'];

/** What alerts look at. Tries that fail are not counted, so that a destination is down when something waits for it and nothing is sent. */
export const ALERT_QUERIES: AlertQueries = {
  dropped: own => above0('exporter', GIVEN_UP.map(counter => appeared(`${counter}{${own}}`)).join(' or ')),
  // longer than an object of S3 is waited for
  undelivered: own => above0(
    'exporter', `otelcol_exporter_queue_size{${own}} unless on (namespace, pod, exporter) increase(${SENT}{${own}}[10m]) > 0`,
  ),
  notRead: own => `${standsStill(READ)(own)} or max by (namespace, pod) (up{${own}}) == 1 unless on (namespace, pod) ${READ}{${own}}`,
  bufferFree: own => `100 * (1 - otelcol_exporter_queue_size{${own}} / otelcol_exporter_queue_capacity{${own}})`,
  whenFull: 'When it is full reading waits, and files are rotated away.',
  destination: 'exporter',
};

/** How much a counter grew within five minutes, also where it was not there before. */
function appeared(counter: string): string {
  return `increase(${counter}[5m]) > 0 or ${counter} unless ${counter} offset 5m`;
}
