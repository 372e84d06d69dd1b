import { adviceFor } from './known-taints';
import type { Reason } from './reason';
import type { NodeRequirement, TermFailure, UnmetRequirement } from '../node-selection';
import type { Blocker } from '../placement/placement';
import { describeTaint, PodToleration, Taint } from '../placement/taints';

/** Why the DaemonSet controller makes no pod for a node, in words. The tolerations are those that the agent has by itself. */
export function controllerReason(blocker: Blocker, tolerations: readonly PodToleration[]): Reason {
  switch (blocker.kind) {
    case 'node-name': return {
      stage: 'controller', code: 'node-name-mismatch', wanted: blocker.wanted,
      message: `the agent asks for the node ${blocker.wanted} by \`nodeName\`, and this is another: leave \`nodeName\` out to run it on `
        + 'more nodes',
    };
    case 'node-selector': {
      const { key, wanted, found } = blocker;
      return {
        stage: 'controller', code: 'node-selector-mismatch', key, wanted, ...found !== undefined && { found },
        message: `the agent asks for the label ${key}=${wanted}, and the node has ${labelText(key, found)}: `
          + `${isSetByHand(key) ? 'label the node, or ' : ''}change the node selector`,
      };
    }
    case 'node-affinity': return {
      stage: 'controller', code: 'node-affinity-mismatch', terms: blocker.terms, message: affinityMessage(blocker.terms),
    };
    case 'untolerated-taint': {
      const { taint, evicts } = blocker;
      const fate = evicts ? 'a pod that is there is evicted' : 'a pod that is there stays';
      return {
        stage: 'controller', code: 'untolerated-taint', taint, evicts,
        message: `the node has the taint ${describeTaint(taint)}, which the agent does not tolerate${nearMiss(taint, tolerations)}: `
          + `${adviceFor(taint)}; ${fate}`,
      };
    }
  }
}

/** The toleration that was meant for the taint, as far as can be known, and why it does not cover it. */
function nearMiss(taint: Taint, tolerations: readonly PodToleration[]): string {
  const near = tolerations.find(({ key }) => key === taint.key) ?? tolerations.find(({ key }) => !key);
  if (near === undefined) {return '';}
  const { operator = '', value = '', effect } = near;
  const own = `, since its toleration of ${near.key ? 'that key' : 'every key'}`;
  if (effect && effect !== taint.effect) {return `${own} covers the effect ${effect} only`;}
  return operator === '' || operator === 'Equal'
    ? `${own} covers ${value === '' ? 'the empty value' : `the value ${value}`} `
      + 'only' : `${own} has the operator ${operator}, which covers nothing without a feature gate`;
}

function affinityMessage(terms: readonly TermFailure[]): string {
  const fix = `${terms.some(isMetByLabels) ? 'label the node, or ' : ''}change the node affinity`;
  if (terms.length === 0) {
    return 'the required node affinity of the agent has no term, so it matches no node: add a term, or leave it out';
  }
  if (terms.length === 1) {return `the node affinity of the agent ${termText(terms[0])}: ${fix}`;}
  return `the node does not meet any of the ${terms.length} terms of the node affinity of the agent: ${
    terms.map((term, index) => `term ${index + 1} ${termText(term)}`).join('; ')}; ${fix}`;
}

/** Whether a node meets a term when someone labels it. */
function isMetByLabels(term: TermFailure): boolean {
  return term.why === 'unmet' && term.requirements.every(({ requirement: { key }, of }) => of === 'label' && isSetByHand(key));
}

/**
 * Labels that the kubelet, the cloud provider or whoever makes the node writes: a value that someone sets is wrong, and most are set back.
 */
const WRITTEN_BY_OTHERS = new RegExp([
  '^(beta\\.)?kubernetes\\.io/(os|arch|hostname|instance-type)$', '^node\\.kubernetes\\.io/(instance-type|windows-build)$',
  '^(topology|failure-domain\\.beta)\\.kubernetes\\.io/',
  '^eks\\.amazonaws\\.com/(compute-type|nodegroup|capacityType)$',
  '^cloud\\.google\\.com/(gke-nodepool|gke-os-distribution|machine-family)$', '^kubernetes\\.azure\\.com/', '^karpenter\\.sh/', '^type$',
].join('|'));

function isSetByHand(key: string): boolean {
  return !WRITTEN_BY_OTHERS.test(key);
}

function termText(term: TermFailure): string {
  switch (term.why) {
    case 'empty': return 'is an empty term, which matches no node';
    case 'unreadable': return `matches no node, since it cannot be read at ${term.requirements.map(spelled).join(', ')}`;
    case 'unmet': return `asks for ${term.requirements.map(unmetText).join(' and for ')}`;
  }
}

/** A requirement as it was written. */
function spelled({ key, operator, values = [] }: NodeRequirement): string {
  return [key || "''", operator, ...values.length > 0 ? [`[${values.join(', ')}]`] : []].join(' ');
}

function unmetText({ requirement: { key, operator, values = [] }, of, found }: UnmetRequirement): string {
  if (of === 'field') {
    if (key !== 'metadata.name') {return `the field ${key} (nodes do not have it)`;}
    return operator === 'In' ? `the node ${values[0]} (this is another)` : `any node but ${values[0]} (this is it)`;
  }
  return `${wantedText(key, operator, values)} (the node has ${labelText(key, found)})`;
}

function wantedText(key: string, operator: string, values: readonly string[]): string {
  switch (operator) {
    case 'In': return `the label ${key}=${values.join(' or ')}`;
    case 'NotIn': return `anything but ${key}=${values.join(' or ')}`;
    case 'Exists': return `the label ${key}`;
    case 'DoesNotExist': return `no label ${key}`;
    case 'Gt': return `a label ${key} above ${values[0]}`;
    default: return `a label ${key} below ${values[0]}`;
  }
}

function labelText(key: string, found: string | undefined): string {
  return found === undefined ? 'no such label' : `${key}=${found}`;
}
