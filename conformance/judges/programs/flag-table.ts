import { COLLECTORS } from '../../../src/metrics/node-exporter/collector-table';
import { nodeExporterFlags } from '../../../src/metrics/node-exporter/node-flags';
import { readVersion } from '../../../src/presets/program-version';
import { GO_TOOLS } from '../tools/pins';

/** They end the program, so they are no arguments of an agent. */
const ENDING = ['help', 'help-long', 'version'];

/** Where the flags that we check users' arguments by differ from those of the real program, as its help lists them. */
export function flagTableProblems(help: string): string[] {
  const version = readVersion(GO_TOOLS.node_exporter.version);
  if (version === undefined) throw new Error('the pinned node_exporter has no version that can be read');
  const table = nodeExporterFlags(version);
  const real = new Map([
    ...help.matchAll(/^ +(?:-\w, )?--(\[no-\])?([\w.-]+)/gm),
  ].map(([, no, name]) => [name, no === undefined ? 'value' : 'switch']));
  ENDING.forEach((name) => real.delete(name));
  const unlike = [...real].flatMap(([name, kind]) => {
    const known = table.find(name);
    if (known === undefined || known.missing !== undefined) return [`our table lacks a flag: ${name}: ${kind}`];
    return known.kind === undefined || known.kind === kind
      ? []
      : [`our table takes a flag for something else: ${name}: ${known.kind}, not ${kind}`];
  });
  const gone = COLLECTORS.filter((collector) => !real.has(`collector.${collector}`)
    && collectorIsKnown(table.find(`collector.${collector}`)));
  return [...unlike, ...gone.map((collector) => `our table has a collector that is gone: collector.${collector}`)];
}

function collectorIsKnown(flag: { readonly missing?: unknown } | undefined): boolean {
  return flag !== undefined && flag.missing === undefined;
}
