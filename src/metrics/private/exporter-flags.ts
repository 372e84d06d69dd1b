import { ConfiguredExporter, ExporterPlace } from './exporter-program';
import { Flag, FlagGrammar } from './flag-grammar';
import { FlagSet } from './flag-set';
import { FlagRow } from './flag-table';
import { FlagType, isOneOf } from './flag-type';
import { asNames } from './name-patterns';
import type { NameFilter } from '../name-filter';

/** What sets the address of the web server. */
export const SET_BY_PORT = 'use `port`, `listenOnEveryAddress` and `protection`, which keep probes, Service and monitor in step';
/** What sets its web configuration. */
export const SET_BY_PROTECTION = 'use `protection`, which keeps probes and monitor in step';

/** What the web server of the Prometheus exporter toolkit takes: `port`, `listenOnEveryAddress` and `protection` set it. */
export const TOOLKIT_FLAGS = {
  'web.config.file': { kind: 'value', reserved: SET_BY_PROTECTION },
  'web.listen-address': { kind: 'value', reserved: SET_BY_PORT },
  'web.systemd-socket': { kind: 'switch', reserved: SET_BY_PORT },
} as const satisfies { readonly [name: string]: Flag };

/** What the log of the Prometheus libraries takes. */
export const LOG_FLAGS = {
  'log.format': { kind: 'value', type: isOneOf('logfmt', 'json') },
  'log.level': { kind: 'value', type: isOneOf('debug', 'info', 'warn', 'error') },
} as const satisfies { readonly [name: string]: Flag };

/** A flag that an option of the exporter sets, of a program whose flags have no kinds. */
export function setByOption(option: string, exporter: string, type?: FlagType): FlagRow {
  return { type, reserved: `use \`${option}\` of Exporter.${exporter}()` };
}

/** The names of the flags of the web server. */
interface WebFlags {
  readonly address: string;
  readonly config: string;
}

const OF_THE_TOOLKIT: WebFlags = { address: 'web.listen-address', config: 'web.config.file' };

/** The flags of an exporter, with the web server set for its place. */
export function flagsFor(grammar: FlagGrammar, { listenAddress, webConfigFile }: ExporterPlace, names: WebFlags = OF_THE_TOOLKIT): FlagSet {
  const flags = new FlagSet(grammar);
  flags.set(names.address, listenAddress);
  flags.set(names.config, webConfigFile);
  return flags;
}

/** The names of a pair of flags that choose by names. */
interface FilterFlags {
  readonly include: string;
  readonly exclude: string;
}

/** Sets such a pair. An empty list is written only where it replaces one that the exporter has by default. */
export function setNames(flags: FlagSet, {
  include, exclude,
}: FilterFlags, filter: NameFilter, excludedByDefault: readonly string[] = []): void {
  const [included, excluded] = [filter._included(), filter._excluded([...excludedByDefault])];
  flags.set(include, included && asNames(included));
  flags.set(exclude, excluded && excluded.length + excludedByDefault.length > 0 ? asNames(excluded) : undefined);
}

/** Lays the arguments of the user over the flags. What else the exporter takes of the pod follows its mistakes. */
export function configuredBy(flags: FlagSet, {
  args,
}: ExporterPlace, contribute: ConfiguredExporter['contribute'] = () => {}): ConfiguredExporter {
  flags.override(args);
  return {
    args: flags.render(),
    contribute: plan => {
      flags.findings.forEach(found => plan.addError(found));
      contribute(plan);
    },
  };
}
