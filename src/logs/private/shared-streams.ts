import { LogSource } from './log-source';
import { quote } from '../../private/agent-error';
import { Finding, finding } from '../../private/finding';
import { DestinationKind, DestinationOf } from '../destinations/destination-kinds';
import { LogInput } from '../log-input';

/** Journals and files that would be one stream of Loki for all nodes, because none of the labels tells nodes apart. */
export function sharedStreams(destination: DestinationOf<DestinationKind>, inputs: readonly LogInput[]): Finding[] {
  if (destination.kind !== 'loki') {return [];}
  const { labels, inputs: wanted } = destination.options;
  if (labels === undefined || Object.values(labels).some(({ _source }) => tellsNodesApart(_source))) {return [];}
  const ofNode = inputs.find(input => input.kind !== 'containers' && (wanted === undefined || wanted.includes(input.name)));
  return ofNode === undefined ? [] : [sharedStream(ofNode.name, Object.keys(labels).sort().map(quote).join(', '))];
}

/** The logs of an input that would be one stream for all nodes. */
export function sharedStream(inputName: string, labels: string): Finding {
  return finding({
    code: 'shared-log-stream',
    what: `the logs of the input '${inputName}' would be one stream of Loki for all nodes`,
    given: `labels ${labels}`,
    fix: 'add `node: LogValue.nodeName()` to the labels, or give the destination other `inputs`',
  });
}

/** A field of the record may hold the name of the machine, as `_HOSTNAME` of the journal does. */
function tellsNodesApart(source: LogSource): boolean {
  return source.from === 'nodeName' || source.from === 'field' && /host|node|machine/i.test(source.path.join('.'));
}
