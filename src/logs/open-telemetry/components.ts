/** What the collector calls the sections of its configuration that hold components. */
export type Section = 'receivers' | 'processors' | 'exporters' | 'connectors' | 'extensions';

export const SECTIONS: readonly Section[] = ['receivers', 'processors', 'exporters', 'connectors', 'extensions'];

/** The images that the project publishes and that can read log files. */
export type Distribution = 'k8s' | 'contrib';

/**
 * The components of each distribution, after the manifests of release 0.159 (opentelemetry-collector-releases, distributions/): by their
 * names without `_`, which
 * renames add. `contrib` has those of `k8s` too.
 */
const COMPONENTS: { readonly [name in Distribution]: { readonly [section in Section]: Set<string> } } = {
  k8s: {
    receivers: words(`filelog fluentforward hostmetrics httpcheck jaeger journald k8scluster k8sevents k8sobjects kubeletstats otelarrow
      otlp prometheus receivercreator zipkin`),
    processors: words(`attributes batch cumulativetodelta deltatocumulative deltatorate drain filter groupbyattrs groupbytrace interval
      k8sattributes logdedup memorylimiter experimentalmetricsgeneration metricstransform probabilisticsampler redaction remotetap resource
      resourcedetection tailsampling transform`),
    exporters: words('debug file loadbalancing nop otelarrow otlp otlpgrpc otlphttp'),
    connectors: words('count exceptions failover forward otlpjson roundrobin routing servicegraph spanmetrics'),
    extensions: words(`ack basicauth bearertokenauth cgroupruntime filestorage headerssetter healthcheck hostobserver httpforwarder
      k8sleaderelector k8sobserver oauth2client oidc opamp pprof zpages`),
  },
  contrib: {
    receivers: words(`activedirectoryds aerospike apache apachespark awscloudwatch awscontainerinsightreceiver awsecscontainermetrics
      awsfirehose awslambda awss3 awsxray azureblob azureeventhub azuremonitor carbon chrony ciscoos cloudflare cloudfoundry collectd
      couchdb datadog dockerstats elasticsearch envoyals expvar faro filestats flinkmetrics github gitlab googlecloudmonitoring
      googlecloudpubsub googlecloudspanner haproxy icmpcheckreceiver iis influxdb kafka kafkametrics libhoney loki macosunifiedlogging
      memcached mongodb mongodbatlas mysql namedpipe netflow nginx nop nsxt ntp obi oracledb otlpjsonfile podmanstats postgresql pprof
      prometheusremotewrite pulsar purefa purefb rabbitmq redis riak saphana simpleprometheus skywalking snmp snowflake solace
      splunkenterprise splunkhec sqlquery sqlserver sshcheck statsd stef syslog systemd tcpcheck tcplog tlscheck udplog vcenter wavefront
      webhookevent windowseventlog windowsperfcounters windowsservice yanggrpc zookeeper`),
    processors: words('cardinalityguardian coralogix genainormalizer geoip isolationforest metricstarttime schema span sumologic unroll'),
    exporters: words(`alibabacloudlogservice awscloudwatchlogs awsemf awskinesis awss3 awsxray azureblob azuredataexplorer azuremonitor
      bmchelix cassandra clickhouse coralogix datadog dataset doris elasticsearch faro googlecloud googlecloudpubsub googlecloudstorage
      googlemanagedprometheus honeycombmarker influxdb kafka logicmonitor logzio mezmo opensearch prometheus prometheusremotewrite pulsar
      rabbitmq sentry signalfx splunkhec stef sumologic syslog tencentcloudlogservice tinybird zipkin`),
    connectors: words('datadog grafanacloud signaltometrics sum'),
    extensions: words(`asapclient awscloudwatchmetricstreamsencoding awsiamdbauth awslogsencoding awsproxy azureauth azureencoding datadog
      dbstorage dockerobserver ecsobserver googleclientauth googlecloudlogentryencoding jaegerencoding jaegerremotesampling jsonlogencoding
      otlpencoding pebbletailstorage redisstorage sigv4auth skywalkingencoding sumologic textencoding zipkinencoding`),
  },
};

/**
 * Renames: the name before, since which minor release of 0.x the new one is known, and the section. The old names are aliases that warn.
 */
const RENAMES: readonly { readonly section: Section; readonly from: string; readonly to: string; readonly since: number }[] = [
  { section: 'exporters', from: 'otlp', to: 'otlp_grpc', since: 144 },
  { section: 'exporters', from: 'otlphttp', to: 'otlp_http', since: 144 },
  { section: 'processors', from: 'k8sattributes', to: 'k8s_attributes', since: 146 },
  { section: 'receivers', from: 'filelog', to: 'file_log', since: 149 },
];

/** The type of a component: its id without a name. */
export function typeOf(id: string): string {
  return id.split('/')[0];
}

/** The smallest distribution that has the component; undefined where it is in neither. */
export function distributionOf(section: Section, id: string): Distribution | undefined {
  const name = typeOf(id).replace(/_/g, '');
  return (['k8s', 'contrib'] as const).find(distribution => COMPONENTS[distribution][section].has(name));
}

/** The id of a component as a release knows it. */
export function idFor(section: Section, id: string, minor: number): string {
  const type = typeOf(id);
  const renamed = RENAMES.find(rename => rename.section === section && rename.to === type && minor < rename.since);
  return renamed === undefined ? id : `${renamed.from}${id.slice(type.length)}`;
}

/** What a component is called in a release, where its id has another name for it. */
export function renamedIn(section: Section, id: string, minor: number): string | undefined {
  const type = typeOf(id);
  const rename = RENAMES.find(each => each.section === section && each[minor < each.since ? 'to' : 'from'] === type);
  return rename && `${minor < rename.since ? rename.from : rename.to}${id.slice(type.length)}`;
}

/** Names that somebody may have meant. */
export function namesOf(section: Section): string[] {
  return [...COMPONENTS.k8s[section], ...COMPONENTS.contrib[section]];
}

const RELEASES = 'ghcr.io/open-telemetry/opentelemetry-collector-releases';

/** The images, without their tag, and the program in each: the value of `command`. */
export const IMAGES: { readonly [name in Distribution]: { readonly repository: string; readonly command: string } } = {
  k8s: { repository: `${RELEASES}/opentelemetry-collector-k8s`, command: '/otelcol-k8s' },
  contrib: { repository: `${RELEASES}/opentelemetry-collector-contrib`, command: '/otelcol-contrib' },
};

function words(text: string): Set<string> {
  return new Set(text.split(/\s+/).filter(word => word !== ''));
}
