import { configOf } from './vector-config';
import { DestinationAuth, LogCondition, LogDestination, LogFilter, LogInput, LogLevel, LogLineFormat, LogMetadata, LogRedaction, LogValue, MultilineLogs, SecretKey } from '../../../src';
import { DestinationKind } from '../../../src/logs/destinations/destination-kinds';
import { isCannot } from '../../../src/logs/support/choice';
import { componentProblems } from '../../../src/logs/vector/options';
import { VECTOR_SUPPORT } from '../../../src/logs/vector/support';
import { ONE_OF_EACH, TLS } from '../one-of-each';

const key = SecretKey.of('logs', 'other');
const AUTH: { readonly [kind: string]: () => DestinationAuth } = {
  basic: () => DestinationAuth.basicFrom(key, key), bearer: () => DestinationAuth.bearer(key), apiKey: () => DestinationAuth.apiKey(key),
  aws: () => DestinationAuth.aws('r', { roleArn: 'arn:aws:iam::1:role/a', externalId: 'b' }), awsKeys: () => DestinationAuth.awsKeys('r', key, key),
};
const SOURCES = [
  () => LogInput.containers({ multiline: [MultilineLogs.java()] }), () => LogInput.containers({ name: 'pods', containers: ['app'], podLabels: { a: 'b' }, jsonField: 'app' }),
  () => LogInput.journal({ units: ['kubelet.service'] }), () => LogInput.files('files', ['/var/log/a.log']), () => LogInput.kernel(), () => LogInput.kubernetesAudit(),
  () => LogInput.linuxAudit(),
];
const FILTERS = [
  () => LogFilter.level(LogLevel.WARN), () => LogFilter.drop(LogCondition.matches(LogValue.podName(), '^a')), () => LogFilter.addFields({ a: LogValue.podName() }),
  () => LogFilter.renameFields({ a: 'b' }), () => LogFilter.removeFields(['a']), () => LogFilter.redact([LogRedaction.tokens()]), () => LogFilter.parse(LogLineFormat.nginx()),
  () => LogFilter.parse(LogLineFormat.json()), () => LogFilter.sample(2), () => LogFilter.throttle(10),
];

/** Each kind with TLS and without, and with each proof of who sends. */
function variantsOf(kind: DestinationKind): LogDestination[] {
  const options = ONE_OF_EACH[kind] as { readonly url?: string };
  const answer = VECTOR_SUPPORT.destinations[kind] as { readonly auth?: readonly string[] };
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

const kinds = (Object.keys(VECTOR_SUPPORT.destinations) as DestinationKind[]).filter(kind => !isCannot(VECTOR_SUPPORT.destinations[kind]));
const DESTINATIONS = kinds.flatMap(kind => variantsOf(kind).map((destination, index) => [`${kind} ${index + 1}`, destination] as const));

test.each(DESTINATIONS.map(([name, destination], index) => [name, destination, index] as const))(
  'with every filter and some source, %s has the options and types that Vector knows', (_, destination, index) => {
    for (let filter = 0; filter < FILTERS.length; filter += 1) {
      const source = SOURCES[(index + filter) % SOURCES.length]();
      const { sources, transforms, sinks } = configOf({ inputs: [source], filters: [FILTERS[filter]()], destinations: [destination], metadata: LogMetadata.fromApi() });
      for (const [section, components] of Object.entries({ sources, transforms, sinks } as { [section: string]: object })) {
        for (const component of Object.values(components)) {expect(componentProblems(section as 'sinks', component)).toEqual([]);}
      }
    }
  });

test('every pair of source and filter, and of source and kind of destination, is among the combinations', () => {
  const pairs = new Set(DESTINATIONS.flatMap((_, index) => FILTERS.map((__, filter) => `${filter} ${(index + filter) % SOURCES.length}`)));
  expect(pairs.size).toBe(FILTERS.length * SOURCES.length);
  expect(FILTERS.length).toBeGreaterThanOrEqual(SOURCES.length);
});
