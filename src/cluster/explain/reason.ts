import type { TermFailure } from '../node-selection';
import type { Taint } from '../placement/taints';

/** Who keeps a pod from running on a node. */
export type Stage = 'controller' | 'scheduler' | 'kubelet';

/**
 * One reason why a node has no pod of an agent, or why the pod does not run there. Reasons of the controller keep the pod from being made;
 * with those of the scheduler it stays Pending, and with those of the kubelet it is turned away.
 */
export type Reason = {
  readonly stage: Stage;
  /** One sentence that says what is wrong and what to change. */
  readonly message: string;
} & (
  | { readonly code: 'node-name-mismatch'; readonly wanted: string }
  | { readonly code: 'node-selector-mismatch'; readonly key: string; readonly wanted: string; readonly found?: string }
  | { readonly code: 'node-affinity-mismatch'; readonly terms: readonly TermFailure[] }
  | { readonly code: 'untolerated-taint'; readonly taint: Taint; readonly evicts: boolean }
  | { readonly code: 'host-port-taken'; readonly port: number; readonly protocol: string; readonly address?: string; readonly by: string }
  | { readonly code: 'insufficient-resource'; readonly resource: string; readonly wanted: string; readonly found: string }
  | { readonly code: 'too-many-pods'; readonly wanted: number; readonly found: number }
  | { readonly code: 'node-pressure'; readonly condition: string }
  | { readonly code: 'node-not-ready'; readonly found: string }
  | { readonly code: 'operating-system-mismatch'; readonly wanted: string; readonly found: string }
  | { readonly code: 'other-scheduler'; readonly found: string }
);

export type ReasonCode = Reason['code'];
