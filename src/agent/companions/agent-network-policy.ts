import { fail } from '../../private/agent-error';
import { guardClass } from '../../private/doors/guard-class';
import { isLate } from '../../private/lazy-values';
import { requireLabels } from '../../private/metadata';
import { requireName } from '../../private/names';
import { compact, Wire } from '../../private/wire';
import { Port } from '../container/port';

/**
 * Who may talk to the agent, and whom the agent may talk to.
 */
export interface AgentNetworkPolicyOptions {
  /**
   * The name of the policy.
   *
   * @default - the name of the agent
   */
  readonly name?: string;

  /**
   * The ports that are open. An empty list closes all.
   *
   * @default - the policy says nothing of what reaches the agent
   */
  readonly ingressPorts?: Port[];

  /**
   * Labels of the namespaces that callers come from.
   *
   * @default - every namespace
   */
  readonly ingressNamespaceLabels?: { [key: string]: string };

  /**
   * Labels of the pods that callers are. Pods on the host network have no labels to a policy.
   *
   * @default - every pod
   */
  readonly ingressPodLabels?: { [key: string]: string };

  /**
   * Rules for what the agent may reach, in the spelling of the Kubernetes API.
   *
   * @default - everything
   */
  readonly egress?: any[];
}

/**
 * A NetworkPolicy over the agent's pods. On the host network a policy has no effect, so there it is refused.
 */
export class AgentNetworkPolicy {
  /**
   * What is given is allowed, and nothing else of that direction. A direction of which nothing is said stays open.
   *
   * @throws void-network-policy
   * @throws invalid-name
   * @throws invalid-label
   */
  public static of(options: AgentNetworkPolicyOptions): AgentNetworkPolicy {
    if (options.ingressPorts === undefined && options.egress === undefined) {
      fail({
        code: 'void-network-policy', what: 'a network policy limits neither incoming nor outgoing traffic',
        given: Object.keys(options).join(', ') || 'no option',
        allowed: 'ingressPorts, egress', fix: 'name the ports that are open, or leave the policy out',
      });
    }
    if (options.name !== undefined) {requireName(options.name, 'dns-subdomain', 'the network policy');}
    requireLabels(options.ingressNamespaceLabels);
    requireLabels(options.ingressPodLabels);
    requireSet(options.egress);
    return new AgentNetworkPolicy(options.ingressPorts ?? [], options);
  }

  private constructor(
    /** The ports that are open. */
    public readonly ingressPorts: Port[],
    private readonly options: AgentNetworkPolicyOptions,
  ) {}

  /** @internal whether someone wrote rules in the spelling of the Kubernetes API */
  public get _hasRawRules(): boolean {
    return this.options.egress !== undefined;
  }

  /** @internal the labels by which it selects who may come in */
  public get _ingressLabels(): ReadonlyArray<{ readonly [key: string]: string }> {
    return [this.options.ingressNamespaceLabels ?? {}, this.options.ingressPodLabels ?? {}];
  }

  /** @internal */
  public get _name(): string | undefined {
    return this.options.name;
  }

  /** @internal */
  public _toWire(selector: Wire): Wire {
    const { ingressPorts, ingressNamespaceLabels, ingressPodLabels, egress } = this.options;
    const peer: Wire = {
      // a peer without a namespace selector means pods of the policy's own namespace alone
      namespaceSelector: labelSelector(ingressNamespaceLabels ?? {}),
      ...ingressPodLabels && { podSelector: labelSelector(ingressPodLabels) },
    };
    return compact({
      podSelector: labelSelector(selector),
      policyTypes: [...ingressPorts ? ['Ingress'] : [], ...egress ? ['Egress'] : []],
      ingress: ingressPorts && ingressPorts.length > 0 ? [compact({
        from: ingressNamespaceLabels || ingressPodLabels ? [peer] : undefined,
        ports: ingressPorts.map(port => ({ port: port._reference(), protocol: port.protocol })),
      })] : undefined,
      egress,
    });
  }
}

guardClass({ AgentNetworkPolicy });

/** The API server keeps an empty selector, but not an empty map of labels in it. */
function labelSelector(labels: { [key: string]: string }): Wire {
  return Object.keys(labels).length === 0 ? {} : { matchLabels: labels };
}

/** A rule allows more for whatever is missing in it: no port is every port, no peer is everyone. */
function requireSet(value: unknown): void {
  if (typeof value !== 'object' || value === null || isLate(value)) {return;}
  for (const [key, entry] of Object.entries(value)) {
    if (entry === undefined || entry === null) {
      fail({
        code: 'unset-value', what: `${key} in \`egress\` of a network policy is not set, and the rule would allow more without it`,
        given: String(entry),
        fix: 'set it, or leave it out to allow everything: an environment variable that is not set is undefined',
      });
    }
    requireSet(entry);
  }
}
