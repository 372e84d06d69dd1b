import { compact, Wire } from '../private/wire';

/** An agent as its series are labelled. */
export interface WatchedAgent {
  readonly name: string;
  readonly namespace?: string;
}

/** The alerts about an agent, in the spelling of Prometheus. */
export type AlertRules = (agent: WatchedAgent, labels: { readonly [key: string]: string }) => Wire[];

/** An alert. */
export interface Alert {
  readonly alert: string;
  readonly expr: string;
  /** How long it must hold, such as `15m`. */
  readonly wait: string;
  readonly severity: 'critical' | 'warning';
  readonly summary: string;
  readonly description: string;
}

/** The pod that an alert is about, in its description. */
export const ALERTING_POD = '{{ $labels.namespace }}/{{ $labels.pod }}';

/** Matchers of the series of an agent. */
export function seriesOf({ name, namespace }: WatchedAgent): string[] {
  return [...namespace === undefined ? [] : [`namespace="${namespace}"`], `pod=~"${name.replace(/\./g, '\\\\.')}-.+"`];
}

export function ruleOf({ alert, expr, wait, severity, summary, description }: Alert, labels: { readonly [key: string]: string }): Wire {
  return compact({ alert, expr, for: wait, labels: { severity, ...labels }, annotations: { summary, description } });
}
