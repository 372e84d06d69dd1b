// made by scripts/vector/make-option-table.ts from the reference data of Vector 0.57.0
import { INPUT_SHAPES } from './input-shapes';
import { OUTPUT_SHAPES } from './output-shapes';

/**
 * The shape of the options of each component. A shape is what a value may be: `string(a b)` with the texts that are allowed,
 * `{key:SHAPE! other:SHAPE?mode=x}` for a map, `[SHAPE]` for a list, and alternatives with `|`. Shapes are numbers of lines.
 */
export const SHAPES: readonly string[] = [...INPUT_SHAPES, ...OUTPUT_SHAPES];


/** Options in addition to those of components. */
export const GLOBAL = 282;

export const COMPONENTS: { readonly [section: string]: { readonly [component: string]: number } } = {
  sources: {
    exec: 27,
    file: 36,
    file_descriptor: 37,
    host_metrics: 45,
    internal_logs: 46,
    internal_metrics: 47,
    journald: 49,
    kubernetes_logs: 53,
  },
  transforms: {
    aggregate: 55,
    aws_ec2_metadata: 57,
    dedupe: 61,
    delay: 64,
    exclusive_route: 67,
    filter: 68,
    incremental_to_absolute: 70,
    log_to_metric: 75,
    lua: 81,
    metric_to_log: 82,
    reduce: 85,
    remap: 86,
    route: 88,
    sample: 89,
    tag_cardinality_limit: 100,
    throttle: 102,
    trace_to_log: 103,
    window: 104,
  },
  sinks: {
    aws_cloudwatch_logs: 128,
    aws_s3: 144,
    axiom: 145,
    azure_blob: 150,
    azure_logs_ingestion: 152,
    azure_monitor_logs: 153,
    blackhole: 154,
    clickhouse: 162,
    console: 164,
    datadog_logs: 166,
    elasticsearch: 180,
    file: 183,
    gcp_cloud_storage: 186,
    gcp_stackdriver_logs: 188,
    honeycomb: 189,
    http: 191,
    humio_logs: 192,
    kafka: 194,
    loki: 196,
    nats: 205,
    new_relic: 208,
    opentelemetry: 211,
    papertrail: 213,
    prometheus_exporter: 215,
    prometheus_remote_write: 219,
    redis: 231,
    socket: 233,
    splunk_hec_logs: 236,
    vector: 240,
  },
};
