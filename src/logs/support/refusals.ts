import { Answer, Asked, askedOf, Choices, lackOf } from './choice';
import { CollectorSupport, LogMetadataSource } from './collector-support';
import { COLLECTORS } from './collectors';
import { DESTINATION_CHOICES } from './destination-choices';
import { FILTER_CHOICES } from './filter-choices';
import { INPUT_CHOICES } from './input-choices';
import { FlagSource } from '../../private/default-row';
import { Finding, finding } from '../../private/finding';
import { LogDestination } from '../log-destination';
import { LogFilter } from '../log-filter';
import { LogInput } from '../log-input';
import { LogMetadata } from '../log-metadata';

/** What a collector cannot do of an input. */
export function refusedInput(support: CollectorSupport, { name, kind, _input: input }: LogInput, cluster: FlagSource): Finding | undefined {
  const asked = askedOf(INPUT_CHOICES[input.kind] as Choices<unknown>, input.options, cluster);
  return refused(support, `the input '${name}'`, kind, asked, ({ inputs }) => inputs[input.kind]);
}

/** What a collector cannot do of a filter. */
export function refusedFilter(support: CollectorSupport, { kind, _filter: filter }: LogFilter, cluster: FlagSource): Finding | undefined {
  const asked = askedOf(FILTER_CHOICES[filter.kind] as Choices<unknown>, filter.does, cluster);
  return refused(support, `a filter '${kind}'`, kind, asked, ({ filters }) => filters[filter.kind]);
}

/** What a collector cannot do of a destination. */
export function refusedDestination(
  support: CollectorSupport, { name, kind, _destination: destination }: LogDestination, cluster: FlagSource,
): Finding | undefined {
  const asked = askedOf(DESTINATION_CHOICES[destination.kind] as Choices<unknown>, destination, cluster);
  return refused(support, `the destination '${name}'`, kind, asked, ({ destinations }) => destinations[destination.kind]);
}

/** Whether a collector can find out what is to be known of pods. */
export function refusedMetadata(support: CollectorSupport, { source }: LogMetadata): Finding | undefined {
  const has = (each: CollectorSupport) => each.metadata.includes(source as LogMetadataSource);
  if (has(support)) {return undefined;}
  return unsupported(`${support.program} does not have this source of metadata`, `metadata: ${source}`, support.metadata, has);
}

function refused(
  support: CollectorSupport, where: string, kind: string, asked: readonly Asked[], answerOf: (support: CollectorSupport) => Answer<unknown>,
): Finding | undefined {
  const lack = lackOf(answerOf(support), asked);
  if (lack === undefined) {return undefined;}
  const can = (each: CollectorSupport) => lackOf(answerOf(each), asked) === undefined;
  return 'cannot' in lack
    ? unsupported(`${support.program} cannot do this for ${where}: ${lack.cannot}`, kind, [], can)
    : unsupported(
      `${support.program} cannot do this for ${where}: ${lack.option} ${lack.value}`, `${lack.option}: ${lack.value}`, lack.has, can,
    );
}

function unsupported(what: string, given: string, values: readonly string[], can: (support: CollectorSupport) => boolean): Finding {
  const others = COLLECTORS.filter(can).map(({ factory }) => factory);
  return finding({
    code: 'unsupported-by-collector',
    what,
    given,
    ...values.length > 0 && { allowed: values.join(', ') },
    fix: [
      ...values.length > 0 ? ['choose one of those'] : [],
      ...others.length > 0 ? [`use a collector that can: ${others.join(', ')}`] : [],
    ].join(', or ') || 'leave it out: no collector can do it',
  });
}

