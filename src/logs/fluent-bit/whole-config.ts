import type { FluentBitConfig } from './check-config';
import { spelled } from './spelling';
import { Finding } from '../../private/finding';
import { Wire } from '../../private/wire';
import { unanswered, unknownSections } from '../private/config-findings';

/** What a file of Fluent Bit has at its top. */
const SECTIONS = [
  'customs', 'env', 'includes', 'multiline_parsers', 'parsers', 'pipeline', 'plugins', 'service', 'stream_processor', 'upstream_servers',
];

/** A configuration that was written as a whole. */
export function wholeConfigOf(file: Wire): FluentBitConfig {
  const { service, parsers, multiline_parsers, pipeline, ...rest } = spelled(file);
  const list = (entries: unknown): any[] => [entries ?? []].flat().map(spelled);
  return {
    ...rest,
    service: spelled(service ?? {}),
    parsers: list(parsers),
    multiline_parsers: list(multiline_parsers),
    pipeline: { inputs: list(pipeline?.inputs), filters: list(pipeline?.filters), outputs: list(pipeline?.outputs) },
  };
}

/** The variables that a configuration sets itself, and those whose value is in it. */
export function ownVariables(file: Wire): { readonly names: string[]; readonly literals: string[] } {
  const { env = {} } = spelled(file);
  const entries: Wire[] = Array.isArray(env) ? env : Object.entries(env).map(([name, value]) => ({ name, value }));
  return {
    names: entries.map(({ name }) => String(name)),
    literals: entries.filter(({ value }) => value !== undefined).map(({ name }) => String(name)),
  };
}

/**
 * What keeps a whole configuration from being run by the agent.
 *
 * @param port that probes and metrics ask
 */
export function checkWhole(file: Wire, port: number): Finding[] {
  const { service } = wholeConfigOf(file);
  const { http_server: server = 'off', http_listen: listen = '0.0.0.0', http_port: at = 2020 } = service;
  const isOn = /^(true|on|yes)$/i.test(String(server)) && !/^(127\.|::1$|localhost$)/.test(String(listen));
  return [
    ...unknownSections(Object.keys(spelled(file)), SECTIONS, 'Fluent Bit'),
    ...isOn && Number(at) === port ? [] : [unanswered(
      `http_server ${server}, http_listen ${listen}, http_port ${at}`,
      "write them into `service`: { http_server: true, http_listen: '${POD_IP}' }; another port is `port` of the agent",
      `http_server on, at port ${port}`)],
  ];
}
