import { AlertQueries } from '../private/alert-rules';

/**
 * What alerts ask about Vector. A series that does not change is not served any more after 5 minutes (`expire_metrics_secs`), and one that
 * comes back, or that is new, does not begin at 0: `increase` and `rate` alone would see none of it.
 */
export const ALERT_QUERIES: AlertQueries = {
  dropped: own => {
    const refused = `vector_component_discarded_events_total{${own},component_kind="sink",intentional="false"}`;
    const overflown = `vector_buffer_discarded_events_total{${own}}`;
    return `sum by (${BY}) `
      + `(${[refused, overflown].map(counter => `(${counter} unless ${counter} offset 5m) or increase(${counter}[5m])`).join(' or ')}) > 0`;
  },
  // not every sink counts its tries, but each one what it delivered
  undelivered: own => `min by (${BY}) (last_over_time(vector_buffer_size_events{${own},buffer_type="disk"}[1d])) > 0`
    + ` unless on (${BY}) sum by (${BY}) (increase(vector_component_sent_events_total{${own},component_kind="sink"}[5m])) > 0`
    + ` and on (namespace, pod) up{${own}} == 1`,
  // the data file that is written may grow beyond what is left: a buffer is full when that one alone would not fit any more. After some
  // restarts the size has been a number below 0 without its sign: vectordotdev/vector#21683
  bufferFree: own => `100 - 100 * (last_over_time(vector_buffer_size_bytes{${own}}[1d]) / (vector_buffer_max_size_bytes{${own}} - `
    + `${DATA_FILE_BYTES}) < 2)`,
  notRead: own => `sum by (namespace, pod) (up{${own}} == 1) unless sum by (namespace, pod) (`
    + `present_over_time(vector_component_received_events_total{${own},component_kind="source",component_type!="internal_metrics"}[15m]))`,
  destination: 'component_id',
  whenFull: 'When it is full the agent stops reading, and the kubelet rotates away what is not read.',
};

/** The largest data file of a buffer on the disk, lib/vector-buffers/src/variants/disk_v2. */
const DATA_FILE_BYTES = 128 * 1024 * 1024;

const BY = 'namespace, pod, component_id';
