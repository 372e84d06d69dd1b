import { POD } from './render-context';
import { selectionOf } from '../../cluster/node-selection';
import { Finding, finding } from '../../private/finding';
import { plainJson } from '../../private/plain-json';
import type { Wire } from '../../private/wire';
import { Placement } from '../plan/placement';

/**
 * Nodes of a pool that an override or a patch selects otherwise: no longer is each node in one pool. Labels can be asked for in addition.
 */
export function wrongSelection(spec: Wire, { nodes, isPool }: Placement): Finding[] {
  if (!isPool) {return [];}
  const written = selectionOf(spec.template?.spec);
  const { nodeSelector = {}, terms } = nodes._selection();
  const isKept = Object.entries(nodeSelector).every(([key, value]) => written.nodeSelector?.[key] === value)
    && JSON.stringify(plainJson(written.terms)) === JSON.stringify(plainJson(terms));
  return isKept ? [] : [finding({
    code: 'invalid-node-pool', path: `${POD}.affinity.nodeAffinity`,
    what: 'an override or a patch selects other nodes than the pool has, so that a node may get no pod, or two',
    given: 'a node selector or a node affinity', allowed: 'further labels of the node selector',
    fix: 'say it with `nodes` of the pool or of the agent',
  })];
}
