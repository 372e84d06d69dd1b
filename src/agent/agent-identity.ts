import { isLabelValue, isQualifiedName } from '../private/names';
import { fail, quote } from '../private/problem';

/**
 * The labels by which a workload finds its pods. They can never change on an object that exists, so they are made of names that are given, and of
 * nothing else: neither the place in the tree nor a version, a hash or a label for people to change.
 */
export class AgentIdentity {
  /**
   * `app.kubernetes.io/name` says what the agent is, `app.kubernetes.io/instance` which one it is: the name of the object.
   *
   * @param application what the agent is, such as `fluent-bit`
   * @throws invalid-label
   */
  public static standard(application: string): AgentIdentity {
    return new AgentIdentity({ [NAME]: application }, true);
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

  /** @internal */
  public _selectorLabels(instance: string): { [key: string]: string } {
    return this.labelsObjects ? { ...this.given, [INSTANCE]: instance } : { ...this.given };
  }
}

const NAME = 'app.kubernetes.io/name';
const INSTANCE = 'app.kubernetes.io/instance';
