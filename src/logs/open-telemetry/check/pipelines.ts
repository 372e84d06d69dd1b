import { ConfigEnvironment } from './environment';
import { quote } from '../../../private/agent-error';
import { Finding, finding } from '../../../private/finding';
import { invalidConfig } from '../../private/config-findings';
import { Section } from '../components';
import { CollectorConfig, Pipeline } from '../config';

/** Whether pipelines name what there is, and what should have a pipeline has one. */
export function checkPipelines(config: CollectorConfig, { needsUse }: ConfigEnvironment): Finding[] {
  const { service: { pipelines, extensions } } = config;
  return [
    ...Object.entries(pipelines).flatMap(([id, pipeline]) => [...checkPipeline(id, pipeline), ...checkReferences(id, pipeline, config)]),
    ...extensions.filter(id => !(id in config.extensions))
      .map(id => undefinedComponent('service.extensions', id, Object.keys(config.extensions))),
    ...checkUse(config).filter(([section, id]) => needsUse(section, id)).map(([section, id]) => unused(section, id)),
    ...checkAuthenticators(config),
  ];
}

function checkPipeline(id: string, { receivers = [], exporters = [] }: Pipeline): Finding[] {
  if (!/^(logs|metrics|traces|profiles)(\/.+)?$/.test(id)) {
    const allowed = 'logs, metrics or traces, or one of them and a name behind a slash';
    return [invalidConfig('a pipeline has an id that the collector refuses', quote(id), 'write `logs/NAME`', allowed)];
  }
  return [
    ...receivers.length > 0 ? [] : [invalidConfig(`the pipeline ${id} has no receiver`, 'receivers: []', 'name one')],
    ...exporters.length > 0 ? [] : [invalidConfig(`the pipeline ${id} has no exporter`, 'exporters: []', 'name one')],
  ];
}

function checkReferences(id: string, { receivers = [], processors = [], exporters = [] }: Pipeline, config: CollectorConfig): Finding[] {
  const known = {
    receivers: { ...config.receivers, ...config.connectors },
    processors: config.processors,
    exporters: { ...config.exporters, ...config.connectors },
  };
  return Object.entries({ receivers, processors, exporters }).flatMap(([section, named]) => {
    const has = Object.keys(known[section as 'receivers']);
    return named.filter(name => !has.includes(name)).map(name => undefinedComponent(`the pipeline ${id}, in ${section},`, name, has));
  });
}

/** What no pipeline has. */
function checkUse(config: CollectorConfig): Array<[section: Section, id: string]> {
  const { receivers, processors, exporters, connectors, service: { pipelines } } = config;
  const all = Object.values(pipelines);
  const read = new Set(all.flatMap(pipeline => pipeline.receivers ?? []));
  const done = new Set(all.flatMap(pipeline => pipeline.processors ?? []));
  const written = new Set(all.flatMap(pipeline => pipeline.exporters ?? []));
  const without = (section: Section, map: object, isUsed: (id: string) => boolean) =>
    Object.keys(map).filter(id => !isUsed(id)).map((id): [Section, string] => [section, id]);
  return [
    ...without('receivers', receivers, id => read.has(id)),
    ...without('processors', processors, id => done.has(id)),
    ...without('exporters', exporters, id => written.has(id)),
    ...without('connectors', connectors, id => read.has(id) && written.has(id)),
  ];
}

/** Exporters and receivers name extensions too. */
function checkAuthenticators({ receivers, exporters, extensions }: CollectorConfig): Finding[] {
  const has = Object.keys(extensions);
  return Object.entries({ ...receivers, ...exporters }).flatMap(([id, settings]) => {
    const named = [settings?.storage, settings?.sending_queue?.storage, settings?.auth?.authenticator, settings?.http?.auth?.authenticator];
    return named.filter(name => typeof name === 'string' && !name.includes('${') && !has.includes(name))
      .map(name => undefinedComponent(id, name, has));
  });
}

function undefinedComponent(where: string, id: string, known: readonly string[]): Finding {
  const allowed = known.join(', ') || 'there is none';
  return invalidConfig(`${where} names a component that is not there`, quote(id), 'add it by `extraConfig`, or correct the id', allowed);
}

function unused(section: Section, id: string): Finding {
  return finding({
    code: 'unmatched-log-route',
    what: `no pipeline has this component of ${section}`,
    given: quote(id),
    fix: section === 'receivers' ? 'send its logs to a destination, or leave the input out' : 'name it in a pipeline, or leave it out',
  });
}
