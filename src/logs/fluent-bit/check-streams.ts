import type { FluentBitConfig } from './check-config';
import { tagsMeet } from './tag-pattern';
import { Finding } from '../../private/finding';
import { Wire } from '../../private/wire';
import { sharedStream } from '../private/shared-streams';

/**
 * Journals and files that would be one stream of Loki for all nodes, by outputs or labels in the spelling of Fluent Bit.
 *
 * @param isOwn whether the labels of an output were written in that spelling
 */
export function checkStreams({ pipeline: { inputs, outputs } }: FluentBitConfig, isOwn: (output: Wire) => boolean): Finding[] {
  const ofNodes = inputs.filter(({ name, path }) => name === 'systemd'
    || name === 'tail' && !/^\/var\/log\/(containers|pods)\//.test(String(path)));
  return outputs.filter(output => output.name === 'loki' && isOwn(output) && !tellsNodesApart(output)).flatMap(output => {
    const shared = ofNodes.find(input => output.match !== undefined && tagsMeet(String(output.match), String(input.tag ?? input.name)));
    return shared === undefined ? [] : [sharedStream(shared.alias ?? shared.name, output.labels ?? 'job=fluent-bit')];
  });
}

function tellsNodesApart({ labels, label_keys: keys }: Wire): boolean {
  return /host|node|machine|\$\{POD_IP\}/i.test(`${labels} ${keys}`);
}
