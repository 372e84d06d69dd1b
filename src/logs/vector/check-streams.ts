import { comesFrom } from './check-loops';
import { VectorConfig } from './config';
import { POD_LOGS } from './layout';
import { Finding } from '../../private/finding';
import { Wire } from '../../private/wire';
import { sharedStream } from '../private/shared-streams';

/**
 * Journals and files that would be one stream of Loki for all nodes, by sinks or labels in the spelling of Vector.
 *
 * @param own the ids of sinks whose labels were written in that spelling
 */
export function checkStreams({ sources, transforms, sinks }: VectorConfig, own: readonly string[]): Finding[] {
  const ofNodes = Object.entries(sources).filter(([, source]) => isOfNode(source)).map(([id]) => id);
  return own.map(id => sinks[id]).filter(sink => sink?.type === 'loki'
    && !/host|node|machine/i.test(JSON.stringify(sink.labels ?? {}))).flatMap(sink => {
    const shared = ofNodes.find(id => comesFrom(sink, id, transforms));
    return shared === undefined ? [] : [sharedStream(shared, Object.keys(sink.labels ?? {}).sort().join(', '))];
  });
}

function isOfNode(source: Wire | undefined): boolean {
  return source?.type === 'journald'
    || source?.type === 'file' && ![source.include ?? []].flat().every(path => String(path).startsWith(POD_LOGS));
}
