import type { Reason } from '../../cluster/explain/reason';
import type { TermFailure } from '../../cluster/node-selection';
import { describeTaint } from '../../cluster/placement/taints';
import { byText } from '../../private/wire';

/** A reason in a few words, without what differs from node to node: the nodes with the same words stand together. */
export function reasonTitle(reason: Reason): string {
  switch (reason.code) {
    case 'node-name-mismatch': return `nodeName asks for ${reason.wanted}`;
    case 'node-selector-mismatch': return `node selector asks for ${reason.key}=${reason.wanted}`;
    case 'node-affinity-mismatch': return affinityTitle(reason.terms);
    case 'untolerated-taint': return `untolerated taint ${describeTaint(reason.taint)}`;
    case 'host-port-taken': return `port ${reason.port}/${reason.protocol} of the node is taken`;
    case 'insufficient-resource': return `not enough ${reason.resource}: ${reason.wanted} wanted`;
    case 'too-many-pods': return 'as many pods as the node takes';
    case 'node-pressure': return `the node has ${reason.condition}`;
    case 'node-not-ready': return 'the node is not ready';
    case 'operating-system-mismatch': return `made for ${reason.wanted}, and the node runs ${reason.found}`;
    case 'other-scheduler': return `left to the scheduler ${reason.found}`;
  }
}

function affinityTitle(terms: readonly TermFailure[]): string {
  const keys = new Set(terms.flatMap(term => (term.why === 'unmet' ? term.requirements.map(({ requirement }) => requirement.key) : [])));
  return keys.size === 0 ? 'node affinity matches no node' : `node affinity on ${[...keys].sort(byText).join(', ')}`;
}
