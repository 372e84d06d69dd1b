import { Yaml } from 'cdk8s';
import type { NodeFeatureDiscoveryProps } from './node-feature-discovery-props';
import { AgentFile } from '../../agent/container/agent-file';
import { fail, quote } from '../../private/agent-error';
import { wholeSeconds } from '../../private/duration';
import { mergeWire, orUndefined } from '../../private/wire';

/** Not the directory that the programs look in by themselves: that one holds the features of other programs, and belongs to the node. */
const CONFIG_FILE = '/etc/nfd-worker/nfd-worker.conf';

/** The configuration of a worker, and the argument that names it. None where the worker does what it does by itself. */
export interface WorkerConfig {
  readonly files: AgentFile[];
  readonly args: string[];
}

/**
 * What the worker is configured to do.
 *
 * @throws invalid-feature-discovery
 */
export function workerConfig(props: NodeFeatureDiscoveryProps): WorkerConfig {
  const { sources, pciDeviceClasses, pciLabelFields, interval, config } = props;
  pciDeviceClasses?.forEach(requireDeviceClass);
  requireSome('sources', sources);
  requireSome('pciLabelFields', pciLabelFields);
  const own = orUndefined({
    core: orUndefined({
      sleepInterval: interval && `${wholeSeconds(interval, 'interval')}s`,
      featureSources: sources && [...new Set(sources)],
      labelSources: sources && [...new Set(sources)],
    }),
    sources: orUndefined({
      pci: orUndefined({ deviceClassWhitelist: pciDeviceClasses, deviceLabelFields: pciLabelFields && [...new Set(pciLabelFields)] }),
    }),
  });
  const all = orUndefined(mergeWire(own ?? {}, config));
  return all === undefined
    ? { files: [], args: [] }
    : { files: [AgentFile.text(CONFIG_FILE, Yaml.stringify(all))], args: [`-config=${CONFIG_FILE}`] };
}

function requireDeviceClass(device: string): void {
  if (/^([0-9a-f]{2}|[0-9a-f]{4})$/.test(device)) {return;}
  fail({
    code: 'invalid-feature-discovery',
    what: 'there is no such class of PCI devices',
    given: quote(device),
    allowed: 'two or four hexadecimal digits in lower case: 03, 0302',
    fix: 'copy it from `lspci -nn`, where it is in the first brackets',
  });
}

/** The programs read an empty list as one that was left out. */
function requireSome(option: string, list: readonly string[] | undefined): void {
  if (list === undefined || list.length > 0) {return;}
  fail({
    code: 'invalid-feature-discovery', what: `${option} has nothing in it`, given: '[]', allowed: 'at least one entry',
    fix: `leave \`${option}\` out for those of the program`,
  });
}
