import { ONE_OF_EACH, TLS } from './one-of-each';
import {
  DestinationAuth, LogCondition, LogDestination, LogFilter, LogInput, LogLevel, LogLineFormat, LogRedaction, LogValue, SecretKey,
} from '../../src';
import { DestinationKind } from '../../src/logs/destinations/destination-kinds';
import { isCannot } from '../../src/logs/support/choice';
import { CollectorSupport } from '../../src/logs/support/collector-support';

const key = SecretKey.of('logs', 'other');

/** Each proof of who sends, with all that it can have and every collector takes. */
const AUTH: { readonly [kind: string]: () => DestinationAuth } = {
  basic: () => DestinationAuth.basic('u', key), bearer: () => DestinationAuth.bearer(key), apiKey: () => DestinationAuth.apiKey(key),
  aws: () => DestinationAuth.aws('r'), awsKeys: () => DestinationAuth.awsKeys('r', key, key),
  oauth2: () => DestinationAuth.oauth2('https://login', 'id', key),
};

/** Inputs of each kind. */
export const SOURCES: ReadonlyArray<() => LogInput> = [
  () => LogInput.containers(), () => LogInput.containers({ name: 'pods', containers: ['app'], podLabels: { a: 'b' }, jsonField: 'app' }),
  () => LogInput.journal({ units: ['kubelet.service'] }), () => LogInput.files('files', ['/var/log/a.log']), () => LogInput.kernel(),
  () => LogInput.kubernetesAudit(),
  () => LogInput.linuxAudit(),
];

/** Filters of each kind. */
export const FILTERS: ReadonlyArray<() => LogFilter> = [
  () => LogFilter.level(LogLevel.WARN), () => LogFilter.drop(LogCondition.matches(LogValue.podName(), '^a')),
  () => LogFilter.addFields({ a: LogValue.text('b') }),
  () => LogFilter.renameFields({ a: 'b' }), () => LogFilter.removeFields(['a']), () => LogFilter.redact([LogRedaction.tokens()]),
  () => LogFilter.parse(LogLineFormat.nginx()),
  () => LogFilter.parse(LogLineFormat.json()), () => LogFilter.sample(2), () => LogFilter.throttle(10),
];

/** Each kind that a collector can send to with TLS and without, and with each proof of who sends: named, and with its place among all. */
export function destinationVariants(
  { destinations }: CollectorSupport, own: { readonly [kind: string]: () => DestinationAuth } = {},
): Array<[name: string, destination: LogDestination, index: number]> {
  const kinds = (Object.keys(destinations) as DestinationKind[]).filter(kind => !isCannot(destinations[kind]));
  return kinds.flatMap(kind => variantsOf(kind, destinations[kind] as { readonly auth?: readonly string[] }, { ...AUTH, ...own })
    .map((destination, index) => [`${kind} ${index + 1}`, destination] as const)).map(([
    name, destination,
  ], index) => [name, destination, index]);
}

function variantsOf(kind: DestinationKind, { auth = [] }: { readonly auth?: readonly string[] }, proofs: typeof AUTH): LogDestination[] {
  const options = ONE_OF_EACH[kind] as { readonly url?: string };
  const make = (more: object) => LogDestination[kind]({ ...options, ...more } as never);
  const plain = options.url?.replace(/^https:/, 'http:').replace(/^tls:/, 'tcp:');
  return [
    make({}),
    ...plain === undefined
      ? []
      : [make({ url: plain, tls: undefined }), make({ tls: { ...TLS, insecureSkipVerify: true, serverName: 'other' } })],
    ...kind === 'kafka' ? [make({ plaintext: true, tls: undefined }), make({ auth: undefined, saslMechanism: undefined })] : [],
    ...auth.map(each => make({ auth: proofs[each]() })),
    make({ when: LogCondition.namespaces('a') }),
  ];
}

/** The source that meets a filter with a destination. */
export function sourceFor(sources: typeof SOURCES, destination: number, filter: number): LogInput {
  return sources[(destination + filter) % sources.length]();
}

/** How many pairs of a filter and a source some destinations meet: all, or the combinations say less than they seem to. */
export function pairsMet(destinations: number): number {
  const met = Array.from({ length: destinations }, (_, index) => FILTERS.map((__, filter) => `${filter} `
    + `${(index + filter) % SOURCES.length}`));
  return new Set(met.flat()).size;
}
