import { fail, quote } from '../../private/agent-error';
import { guardClass } from '../../private/doors/guard-class';

/**
 * Which metrics kube-state-metrics exposes, of the kinds of objects that it collects.
 *
 * Each entry is the name of a metric, or a regular expression that is found in a name: `kube_pod_.*_status_phase`. Commas separate
 * entries, so none may have one.
 */
export class KubeStateMetricFilter {
  /**
   * These metrics and no others.
   *
   * @throws invalid-pattern
   */
  public static only(names: string[]): KubeStateMetricFilter {
    return new KubeStateMetricFilter('only', names);
  }

  /**
   * All metrics but these.
   *
   * @throws invalid-pattern
   */
  public static except(names: string[]): KubeStateMetricFilter {
    return new KubeStateMetricFilter('except', names);
  }

  /** Every metric of the release. */
  public static all(): KubeStateMetricFilter {
    return new KubeStateMetricFilter('all', []);
  }

  /** The entries that were given. */
  public readonly names: string[];

  private constructor(
    /** `only`, `except` or `all`. */
    public readonly kind: string,
    names: string[],
  ) {
    if (kind !== 'all' && names.length === 0) {
      fail({
        code: 'invalid-pattern', what: `KubeStateMetricFilter.${kind} was given no metric`, given: 'an empty list',
        allowed: 'at least one name',
        fix: 'use KubeStateMetricFilter.all()',
      });
    }
    names.forEach(requirePattern);
    this.names = [...names];
  }
}

guardClass({ KubeStateMetricFilter });

function requirePattern(name: string): void {
  const broken = name === '' ? 'it is empty' : /[,\s]/.test(name) ? 'it has a comma or a blank' : problemOf(name);
  if (broken !== undefined) {
    fail({
      code: 'invalid-pattern', what: `a pattern cannot be used for metrics: ${broken}`, given: quote(name),
      allowed: 'the name of a metric, or a regular expression without commas and blanks',
      fix: 'correct it, or write an entry for each alternative',
    });
  }
}

function problemOf(pattern: string): string | undefined {
  try {
    new RegExp(pattern);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}
