import type { Reason } from '../../cluster/explain/reason';
import type { TermFailure } from '../../cluster/node-selection';
import { describeTaint } from '../../cluster/placement/taints';
import { listUnder } from '../../private/list-under';
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

/** What nodes with the same answer have in common: which of the taints or labels of a node it is does not make another cause. */
export function causeOf(reason: Reason): string {
  return reason.code === 'untolerated-taint' || reason.code === 'node-affinity-mismatch' ? reason.code : reasonTitle(reason);
}

/** As many taints as someone reads. */
const MOST_TAINTS = 3;

/** The reasons of several nodes with the same causes in a few words. */
export function titleOfReasons(reasons: readonly Reason[]): string {
  const byCause = new Map<string, Reason[]>();
  for (const reason of reasons) {listUnder(byCause, causeOf(reason)).push(reason);}
  return [...byCause.values()].map(titleOfCause).join(' and ');
}

function titleOfCause(reasons: readonly Reason[]): string {
  const titles = [...new Set(reasons.map(reasonTitle))];
  if (titles.length === 1) {return titles[0];}
  const keys = [...new Set(reasons.flatMap(reason => (reason.code === 'untolerated-taint' ? [describeTaint(reason.taint)]
    : reason.code === 'node-affinity-mismatch' ? keysOf(reason.terms) : [])))].sort(byText);
  const more = keys.length - MOST_TAINTS;
  const some = `${keys.slice(0, MOST_TAINTS).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
  return reasons[0].code === 'untolerated-taint' ? `untolerated taints ${some}` : `node affinity on ${some}`;
}

function affinityTitle(terms: readonly TermFailure[]): string {
  const keys = keysOf(terms);
  return keys.length === 0 ? 'node affinity matches no node' : `node affinity on ${keys.join(', ')}`;
}

function keysOf(terms: readonly TermFailure[]): string[] {
  return [
    ...new Set(terms.flatMap(term => (term.why === 'unmet' ? term.requirements.map(({ requirement }) => requirement.key) : []))),
  ].sort(byText);
}
