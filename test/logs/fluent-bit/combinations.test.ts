import { parse } from 'yaml';
import types from './option-types.json';
import { DestinationAuth, LogCondition, LogDestination, LogFilter, LogInput, LogLevel, LogLineFormat, LogMetadata, LogRedaction, LogValue, SecretKey } from '../../../src';
import { DestinationKind } from '../../../src/logs/destinations/destination-kinds';
import { FLUENT_BIT_SUPPORT } from '../../../src/logs/fluent-bit/support';
import { isCannot } from '../../../src/logs/support/choice';
import { errorsOf, testChart } from '../../support/golden';
import { agentOf, configText } from '../log-config';
import { ONE_OF_EACH, TLS } from '../one-of-each';

const key = SecretKey.of('logs', 'other');
const AUTH: { readonly [kind: string]: () => DestinationAuth } = {
  basic: () => DestinationAuth.basic('u', key), bearer: () => DestinationAuth.bearer(key), apiKey: () => DestinationAuth.apiKey(key), aws: () => DestinationAuth.aws('r'),
  awsKeys: () => DestinationAuth.awsKeys('r', key, key), oauth2: () => DestinationAuth.oauth2('https://login', 'id', key),
};
const SOURCES = [
  () => LogInput.containers(), () => LogInput.containers({ name: 'pods', containers: ['app'], podLabels: { a: 'b' }, jsonField: 'app' }), () => LogInput.journal({ units: ['kubelet.service'] }),
  () => LogInput.files('files', ['/var/log/a.log']), () => LogInput.kernel(), () => LogInput.kubernetesAudit(), () => LogInput.linuxAudit(),
];
const FILTERS = [
  () => LogFilter.level(LogLevel.WARN), () => LogFilter.drop(LogCondition.matches(LogValue.podName(), '^a')), () => LogFilter.addFields({ a: LogValue.text('b') }),
  () => LogFilter.renameFields({ a: 'b' }), () => LogFilter.removeFields(['a']), () => LogFilter.redact([LogRedaction.tokens()]), () => LogFilter.parse(LogLineFormat.nginx()),
  () => LogFilter.parse(LogLineFormat.json()), () => LogFilter.sample(2), () => LogFilter.throttle(10),
];

/** Each kind with TLS and without, and with each proof of who sends. */
function variantsOf(kind: DestinationKind): LogDestination[] {
  const options = ONE_OF_EACH[kind] as { readonly url?: string; readonly auth?: DestinationAuth };
  const answer = FLUENT_BIT_SUPPORT.destinations[kind] as { readonly auth?: readonly string[] };
  const make = (more: object) => LogDestination[kind]({ ...options, ...more } as never);
  const plain = options.url?.replace(/^https:/, 'http:').replace(/^tls:/, 'tcp:');
  return [
    make({}),
    ...plain === undefined ? [] : [make({ url: plain, tls: undefined }), make({ tls: { ...TLS, insecureSkipVerify: true, serverName: 'other' } })],
    ...kind === 'kafka' ? [make({ plaintext: true, tls: undefined }), make({ auth: undefined, saslMechanism: undefined })] : [],
    ...(answer.auth ?? []).map(auth => make({ auth: AUTH[auth]() })),
    make({ when: LogCondition.namespaces('a') }),
  ];
}

const kinds = (Object.keys(FLUENT_BIT_SUPPORT.destinations) as DestinationKind[]).filter(kind => !isCannot(FLUENT_BIT_SUPPORT.destinations[kind]));
const DESTINATIONS = kinds.flatMap(kind => variantsOf(kind).map((destination, index) => [`${kind} ${index + 1}`, destination] as const));

/** What a value of a type looks like; a variable may be anything. */
const LOOKS: { readonly [type: string]: RegExp } = {
  b: /^(true|false|on|off|yes|no)$/i, i: /^-?\d+$/, z: /^(\d+[KMG]?|false)$/i, t: /^\d+[smhd]?$/i, d: /^\d+(\.\d+)?$/, s: /^/, p: /^/, l: /^/,
};
/** Keys of the engine, which the table of plugins does not have; parsers of the filter are a list of their own. */
const ENGINE = ['name', 'processors', 'storage.total_limit_size', 'key_name', 'parser', 'reserve_data', 'preserve_key', 'unescape_key'];

function wrongIn(section: string, plugin: { [key: string]: unknown }): string[] {
  const table = (types as { [section: string]: { [plugin: string]: string } })[section][String(plugin.name)];
  if (table === undefined) {return [`no table for ${section} ${plugin.name}`];}
  const known = new Map(table.split(' ').map(entry => [entry.slice(0, entry.lastIndexOf(':')), entry.at(-1)!]));
  return Object.entries(plugin).filter(([name]) => !ENGINE.includes(name)).flatMap(([name, value]) => {
    const type = known.get(name) ?? [...known].find(([prefix, each]) => each === 'p' && name.startsWith(prefix))?.[1];
    const isRight = type !== undefined && (Array.isArray(value) ? value : [value]).every(each => typeof each !== 'object' && (LOOKS[type].test(String(each)) || String(each).includes('${')));
    return isRight ? [] : [`${section} ${plugin.name}: ${name}: ${JSON.stringify(value)} (${type ?? 'unknown'})`];
  });
}

test.each(DESTINATIONS.map(([name, destination], index) => [name, destination, index] as const))(
  'with every filter and some source, %s has the keys and types that Fluent Bit knows', (_, destination, index) => {
    for (let filter = 0; filter < FILTERS.length; filter += 1) {
      const source = SOURCES[(index + filter) % SOURCES.length]();
      const chart = testChart();
      agentOf({ inputs: [source], filters: [FILTERS[filter]()], destinations: [destination], metadata: LogMetadata.fromApi() }, chart);
      expect(errorsOf(chart)).toEqual([]);
      const { pipeline } = parse(configText(chart));
      const found = ['inputs', 'filters', 'outputs'].flatMap(section => (pipeline[section] as any[]).flatMap(plugin => [
        ...wrongIn(section, plugin),
        ...(plugin.processors?.logs ?? []).flatMap((processor: any) => wrongIn(processor.name in types.processors ? 'processors' : 'filters', processor)),
      ]));
      expect(found).toEqual([]);
    }
  });

test('every pair of source and filter, and of source and kind of destination, is among the combinations', () => {
  const pairs = new Set(DESTINATIONS.flatMap((_, index) => FILTERS.map((__, filter) => `${filter} ${(index + filter) % SOURCES.length}`)));
  expect(pairs.size).toBe(FILTERS.length * SOURCES.length);
  expect(FILTERS.length).toBeGreaterThanOrEqual(SOURCES.length);
});
