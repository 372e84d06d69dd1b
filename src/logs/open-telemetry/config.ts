import { Section, SECTIONS, idFor } from './components';
import { Wire } from '../../private/wire';

/** A pipeline in the spelling of the collector. */
export interface Pipeline {
  readonly receivers?: readonly string[];
  readonly processors?: readonly string[];
  readonly exporters?: readonly string[];
}

/** A configuration in the spelling of the collector. */
export type CollectorConfig = { readonly [section in Section]: { [id: string]: Wire } } & {
  readonly service: { readonly extensions: readonly string[]; readonly telemetry: Wire; readonly pipelines: { [id: string]: Pipeline } };
};

/** The same configuration as a release spells the ids of its components. */
export function inSpellingOf(config: CollectorConfig, minor: number): CollectorConfig {
  const { service } = config;
  const rename = (section: Section) => (id: string) => idFor(section, id, minor);
  const either = (section: 'receivers' | 'exporters') => (id: string) => idFor(id in config.connectors ? 'connectors' : section, id, minor);
  const sections = Object.fromEntries(SECTIONS.map(section =>
    [section, Object.fromEntries(Object.entries(config[section]).map(([id, settings]) => [rename(section)(id), settings]))]));
  return {
    ...sections as { [section in Section]: { [id: string]: Wire } },
    service: {
      ...service,
      pipelines: Object.fromEntries(Object.entries(service.pipelines).map(([id, pipeline]) => [id, {
        ...pipeline,
        receivers: pipeline.receivers?.map(either('receivers')),
        processors: pipeline.processors?.map(rename('processors')),
        exporters: pipeline.exporters?.map(either('exporters')),
      }])),
    },
  };
}
