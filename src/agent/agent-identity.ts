import { AGENT_DEFAULTS } from './defaults';
import { fail, quote } from '../private/agent-error';
import { fixedValue } from '../private/default-row';
import { guardClass } from '../private/doors/guard-class';
import { isLabelValue, isQualifiedName } from '../private/names';
import { AGENT_LABEL } from '../private/standard-values';

/**
 * The labels by which a workload finds its pods. They can never change on an object that exists, so they are made of names that are given,
 * and of nothing else: neither the place in the tree nor a version, a hash or a label for people to change.
 */
export class AgentIdentity {
  /**
   * `app.kubernetes.io/name` says what the agent is, `app.kubernetes.io/instance` which one it is: the name of the object. The pods carry
   * `cdk8s-node-agents/agent` in addition, with the name of the agent: Services, monitors and network policies select by it.
   *
   * @param application what the agent is, such as `fluent-bit`
   * @throws invalid-label
   */
  public static standard(application: string): AgentIdentity {
    return new AgentIdentity({ [fixedValue(AGENT_DEFAULTS.identity).application]: application }, true);
  }

  /**
   * Exactly these labels on the pods and in the selector, and none on the objects: to take over a workload that exists.
   *
   * @throws invalid-label
   */
  public static labels(labels: { [key: string]: string }): AgentIdentity {
    return new AgentIdentity(labels, false);
  }

  private constructor(
    private readonly given: { [key: string]: string },
    /** Whether the labels stand on the objects too. */
    public readonly labelsObjects: boolean,
  ) {
    const wrong = Object.entries(given).find(([key, value]) => !isQualifiedName(key) || !isLabelValue(value) || value === '');
    if (wrong || Object.keys(given).length === 0) {
      fail({
        code: 'invalid-label',
        what: 'the identity of an agent cannot be made of these labels',
        given: quote(wrong ? wrong.join(': ') : given),
        allowed: 'at least one label; values of 1 to 63 letters, digits, `-`, `_` and `.`, a letter or digit at both ends',
        fix: 'choose a short name that will not change',
      });
    }
  }

  /**
   * The labels by which a workload finds its pods.
   *
   * @internal
   * @param workload the name of the workload
   * @param isOnly whether it is the only one that has this identity
   */
  public _selectorLabels(workload: string, isOnly: boolean = true): { [key: string]: string } {
    if (this.labelsObjects) {return { ...this.given, [fixedValue(AGENT_DEFAULTS.identity).instance]: workload };}
    if (!isOnly) {
      fail({
        code: 'invalid-label', what: 'labels that are given one by one tell the pods of one workload, and the agent has several',
        given: quote(this.given),
        fix: 'use AgentIdentity.standard, which gives each workload of the agent an instance of its own',
      });
    }
    return { ...this.given };
  }

  /** @internal the labels of the agent's objects */
  public _objectLabels(agentName: string): { [key: string]: string } {
    return this.labelsObjects ? this._selectorLabels(agentName) : {};
  }

  /**
   * The labels that all pods of an agent carry, whichever of its workloads makes them.
   *
   * @internal
   * @param isDivided whether several workloads make them, which have different labels where these are given one by one
   */
  public _sharedLabels(agentName: string, isDivided: boolean): { [key: string]: string } {
    return this.labelsObjects || isDivided ? { [AGENT_LABEL]: agentName } : { ...this.given };
  }
}

guardClass({ AgentIdentity });
