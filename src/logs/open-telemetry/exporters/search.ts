import { authOf } from './auth';
import { OutputContext, Translation } from './output';
import { connection, queue, retries, urlOf, waitOf } from './remote';
import { valueOf } from '../../../private/default-row';
import { compact, Wire } from '../../../private/wire';
import { DestinationOf } from '../../destinations/destination-kinds';
import { SearchIndex } from '../../search-index';
import { OPEN_TELEMETRY_DEFAULTS } from '../defaults';
import { literal, optionalText, plainText } from '../text';
import { transform } from '../transform';

/** The exporter counts tries, and has no word for endless ones. */
const ENDLESS = 1_000_000;

export function elasticsearchExporter(destination: DestinationOf<'elasticsearch'>, output: OutputContext): Translation {
  const { context } = output;
  const { options } = destination;
  const { cluster } = context;
  const { setting, extensions } = authOf(options.auth, 'search', context);
  const index = options.index ?? SearchIndex.dataStream(valueOf(OPEN_TELEMETRY_DEFAULTS.elasticsearchIndex, cluster));
  const { initialSeconds, maxSeconds } = waitOf(output);
  return {
    settings: {
      endpoints: [urlOf(destination)],
      ...elasticsearchIndex(index),
      mapping: { mode: 'otel' },
      pipeline: optionalText(options.pipeline, 'pipeline'),
      ...connection(destination, context),
      ...setting,
      // by itself it tries twice, and only after the answer 429
      retry: destination.retry(cluster).limit === 0 ? { enabled: false } : {
        enabled: true,
        max_retries: ENDLESS,
        initial_interval: `${initialSeconds}s`,
        max_interval: `${maxSeconds}s`,
        retry_on_status: [429, 500, 502, 503, 504],
      },
      ...queue(destination, output),
    },
    extensions,
    processors: {},
    lastProcessors: takesDots(index) && !options.replaceDots ? {} : withoutDots(options.replaceDots),
  };
}

/** The template for `logs-*.otel-*` takes attributes with dots for what they are. */
function takesDots({ kind, name }: SearchIndex): boolean {
  return kind === 'dataStream' && /^logs-.*\.otel-/.test(name);
}

function elasticsearchIndex({ kind, name, _daily: { dateFormat = '%Y.%m.%d' } }: SearchIndex): Wire {
  const isDaily = kind === 'daily';
  return {
    logs_index: plainText(name, 'the index'),
    logstash_format: isDaily ? { enabled: true, prefix_separator: '-', date_format: plainText(dateFormat, 'dateFormat') } : undefined,
  };
}

export function openSearchExporter(destination: DestinationOf<'openSearch'>, output: OutputContext): Translation {
  const { context } = output;
  const { options } = destination;
  const { setting, extensions } = authOf(options.auth, 'search', context);
  const { kind, name, _daily: { dateFormat = '%Y.%m.%d' } } = destination.index(context.cluster);
  return {
    settings: {
      http: compact({ endpoint: urlOf(destination), ...connection(destination, context), ...setting }),
      logs_index: plainText(name, 'the index'),
      logs_index_time_format: kind === 'daily' ? javaDate(dateFormat) : undefined,
      bulk_action: 'create',
      ...retries(destination, output),
      ...queue(destination, output),
    },
    extensions,
    processors: {},
    lastProcessors: withoutDots(options.replaceDots),
  };
}

const JAVA: { readonly [directive: string]: string } = { '%Y': 'yyyy', '%y': 'yy', '%m': 'MM', '%d': 'dd', '%H': 'HH' };

/** The exporter spells dates as Java does. */
function javaDate(format: string): string {
  return plainText(format.replace(/%[A-Za-z]/g, directive => JAVA[directive] ?? directive), 'dateFormat');
}

/** Labels `app` and `app.kubernetes.io/name` would be a text and an object of one name, and the document of one of them is refused. */
function withoutDots(all: boolean | undefined): { [type: string]: Wire } {
  const dots = (path: string) => `replace_all_patterns(${path}, "key", ${literal('\\.')}, "_")`;
  // each takes one dot of a label, and no label in use has more
  const label = `replace_all_patterns(resource.attributes, "key", ${literal('^(k8s\\.pod\\.label\\.[^.]*)\\.')}, ${literal('${1}_')})`;
  return {
    transform: transform(all
      ? [dots('resource.attributes'), dots('log.attributes'), `${dots('log.body')} where IsMap(log.body)`]
      : Array.from({ length: 6 }, () => label)),
  };
}
