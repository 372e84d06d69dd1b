import type { ErrorEntry } from './error-entry';

/** Codes that services of the node can raise. */
export const SERVICES_ERRORS = {
  'invalid-node-monitor': {
    summary: 'node-problem-detector cannot run a monitor as it was given.',
    why: 'The program ends at the start where a configuration is wrong, which is a crash loop on every node, or the check never has an '
      + 'answer.',
    fix: 'Follow the message.',
    refusedBy: 'never-works',
  },
  'invalid-sysctl': {
    summary: 'A kernel parameter cannot have this name or value, or cannot be set for the node.',
    why: 'The kernel refuses it, or takes it for the namespace of the pod that sets it, where nobody sees it.',
    fix: 'Follow the message. Parameters of a namespace belong to the pod that needs them: PodSecurityContext.of({ sysctls }).',
    refusedBy: 'never-works',
  },
  'node-condition-conflict': {
    summary: 'A condition of the Node is set by two.',
    why: 'Each of them undoes what the other says: the condition flaps, and whoever acts on it drains nodes that are well.',
    fix: 'Use a condition that nobody else sets.',
    refusedBy: 'never-works',
  },
} as const satisfies { [code: string]: ErrorEntry };
