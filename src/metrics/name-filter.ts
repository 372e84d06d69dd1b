import { requirePatterns } from './private/patterns';
import { fail } from '../private/agent-error';
import { guardClass } from '../private/doors/guard-class';

/**
 * Which of many things of a node become series: mount points, file systems, network devices, disks.
 *
 * Each pattern is a regular expression in RE2 syntax that must match the whole name, so `veth.*` and not `veth`. They are put together into
 * the one expression that the exporter takes.
 */
export class NameFilter {
  /**
   * Leaves out what is left out by default, and these too.
   *
   * @throws invalid-pattern
   */
  public static excludingAlso(patterns: string[]): NameFilter {
    return new NameFilter('excludingAlso', patterns);
  }

  /**
   * Leaves out these and nothing else. An empty list leaves out nothing.
   *
   * @throws invalid-pattern
   */
  public static excluding(patterns: string[]): NameFilter {
    return new NameFilter('excluding', patterns);
  }

  /**
   * Leaves out everything else.
   *
   * @throws invalid-pattern
   */
  public static only(patterns: string[]): NameFilter {
    if (patterns.length === 0) {
      fail({
        code: 'invalid-pattern',
        what: 'NameFilter.only was given nothing to keep',
        given: 'an empty list',
        allowed: 'at least one pattern',
        fix: 'name what to keep, or switch the collector off',
      });
    }
    return new NameFilter('only', patterns);
  }

  /** No flag is written: the exporter decides. */
  public static exporterDefault(): NameFilter {
    return new NameFilter('exporterDefault', []);
  }

  /** The patterns that were given. */
  public readonly patterns: string[];

  private constructor(
    /** `excludingAlso`, `excluding`, `only` or `exporterDefault`. */
    public readonly mode: string,
    patterns: string[],
  ) {
    requirePatterns(patterns);
    this.patterns = [...patterns];
  }

  /** @internal the patterns to exclude, given those of the default; undefined where the exporter decides or something is included */
  public _excluded(standard: readonly string[]): string[] | undefined {
    switch (this.mode) {
      case 'excludingAlso': return [...new Set([...standard, ...this.patterns])];
      case 'excluding': return [...new Set(this.patterns)];
      default: return undefined;
    }
  }

  /** @internal the patterns to keep; undefined where it is said what to exclude */
  public _included(): string[] | undefined {
    return this.mode === 'only' ? [...new Set(this.patterns)] : undefined;
  }
}

guardClass({ NameFilter });
