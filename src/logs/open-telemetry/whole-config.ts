import { SECTIONS, typeOf } from './components';
import { CollectorConfig } from './config';
import { Finding } from '../../private/finding';
import { Wire } from '../../private/wire';
import { unanswered, unknownSections } from '../private/config-findings';

const IN_FILE = [...SECTIONS, 'service'];

/** A configuration that was written as a whole. */
export function wholeConfigOf({ service = {}, ...file }: Wire): CollectorConfig {
  const sections = Object.fromEntries(SECTIONS.map(section => [
    section, file[section] ?? {},
  ])) as Pick<CollectorConfig, typeof SECTIONS[number]>;
  const { extensions = [], telemetry = {}, pipelines = {} }: Wire = service ?? {};
  return { ...sections, service: { ...service, extensions, telemetry, pipelines } };
}

/**
 * What keeps a whole configuration from being run by the agent.
 *
 * @param port that probes ask
 */
export function checkWhole(file: Wire, port: number): Finding[] {
  const { extensions, service } = wholeConfigOf(file);
  const endpoints = service.extensions.filter(id => /^health_?check(v2)?$/.test(typeOf(id)))
    .map(id => extensions[id]?.endpoint ?? extensions[id]?.http?.endpoint ?? 'localhost:13133');
  const isAnswered = endpoints.some(endpoint => String(endpoint).endsWith(`:${port}`)
    && !/^(127\.|\[::1\]|localhost)/.test(String(endpoint)));
  return [
    ...unknownSections(Object.keys(file), IN_FILE, 'the collector'),
    ...isAnswered ? [] : [unanswered(
      endpoints.length === 0 ? 'no extension health_check in `service.extensions`' : `health_check at ${endpoints.join(', ')}`,
      'add the extension and name it in `service.extensions`; another port is `healthPort` of the collector',
      `health_check: { endpoint: ':${port}' }`)],
  ];
}
