import { ALERTING_POD } from '../../presets/alert-rules';
import { ExporterAlert } from '../private/exporter-alerts';

/** What node_exporter says of itself. Alerts about the node are those of its mixin. */
export const NODE_ALERTS: readonly ExporterAlert[] = [
  {
    alert: 'NodeExporterCollectorFails',
    expr: series => `node_scrape_collector_success{${series}} == 0`,
    severity: 'warning',
    summary: 'A collector of node_exporter fails',
    description: `The collector {{ $labels.collector }} of ${ALERTING_POD} has failed for 15 minutes: its metrics are missing. Its log `
      + 'says why.',
  },
  {
    alert: 'NodeExporterTextfileFails',
    expr: series => `node_textfile_scrape_error{${series}} == 1`,
    severity: 'warning',
    summary: 'node_exporter cannot read a text file of metrics',
    description: `${ALERTING_POD} has failed for 15 minutes to read a file of its text file directory: the metrics of that file are `
      + 'missing.',
  },
  {
    alert: 'NodeExporterMountHangs',
    expr: series => `node_filesystem_device_error{${series},device_error="mountpoint timeout"} == 1`,
    severity: 'warning',
    summary: 'A mount of a node does not answer',
    description: `{{ $labels.mountpoint }} on the node of ${ALERTING_POD} has not answered for 15 minutes: its server may be gone, and `
      + 'processes that use it wait.',
  },
];
