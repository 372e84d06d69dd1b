import { FlagGrammar } from './flag-grammar';
import { quote } from '../../private/agent-error';
import { Finding, finding } from '../../private/finding';
import { re2Problem } from '../../private/re2';
import { byText } from '../../private/wire';

type FlagValue = boolean | string | readonly string[];

/**
 * The flags of a program, each once. Exporters refuse to start when a flag is repeated, so what a user gives is laid over the defaults by
 * name and never appended.
 */
export class FlagSet {
  public readonly findings: Finding[] = [];
  private readonly defaults = new Map<string, FlagValue>();
  private readonly given = new Map<string, FlagValue>();

  public constructor(private readonly grammar: FlagGrammar) {}

  /** Sets a flag that nobody asked for by its name. */
  public set(name: string, value: boolean | string | undefined): void {
    if (value === undefined) {return;}
    this.defaults.set(name, value);
    this.requireKnown(name);
  }

  /** Lays arguments over the defaults: `--name`, `--no-name`, `--name=value`, or a value as an argument of its own. */
  public override(args: readonly string[]): void {
    for (let at = 0; at < args.length; at++) {
      const flag = this.read(args[at], args[at + 1]);
      if (flag === undefined) {continue;}
      if (flag.tookNext) {at += 1;}
      this.give(flag.name, flag.value);
    }
    this.checkExclusive();
  }

  /** The arguments, by the names of their flags: the same whatever the order they were given in. */
  public render(): string[] {
    const flags = new Map(this.defaults);
    for (const [name, value] of this.given) {
      const excluded = this.grammar.find(name)?.excludes;
      if (excluded !== undefined) {flags.delete(excluded);}
      flags.set(name, value);
    }
    return [...flags].sort(([a], [b]) => byText(a, b)).flatMap(([name, value]) => spell(name, value));
  }

  private read(arg: string, next: string | undefined): { name: string; value: boolean | string; tookNext?: boolean } | undefined {
    const match = /^--([^=]+)(?:=([^]*))?$/.exec(arg);
    if (!match) {
      this.findings.push(finding({
        code: 'unknown-flag',
        what: `${this.grammar.program} takes nothing but long flags`,
        given: quote(arg),
        allowed: '--name, --no-name, --name=value',
        fix: 'write the flag with its long name',
      }));
      return undefined;
    }
    const [, spelled, value] = match;
    const negated = this.grammar.takesNegation !== false && spelled.startsWith('no-') && this.grammar.find(spelled) === undefined;
    const name = negated ? spelled.slice(3) : spelled;
    const kind = this.grammar.find(name)?.kind;
    if (kind !== 'switch' && value === undefined && !negated && next !== undefined && !next.startsWith('-')) {
      return { name, value: next, tookNext: true };
    }
    if (kind !== undefined && (negated || value === undefined) !== (kind === 'switch')) {
      this.findings.push(finding({
        code: 'unknown-flag',
        what: kind === 'switch'
          ? `--${name} of ${this.grammar.program} takes no value`
          : `--${name} of ${this.grammar.program} needs a value`,
        given: quote(arg),
        allowed: kind === 'switch' ? `--${name}, --no-${name}` : `--${name}=value`,
        fix: 'correct the argument: the program refuses to start with it',
      }));
      return undefined;
    }
    return { name, value: negated ? false : value ?? true };
  }

  private give(name: string, value: boolean | string): void {
    const flag = this.grammar.find(name);
    const before = this.given.get(name);
    if (flag?.reserved !== undefined) {
      this.findings.push(finding({
        code: 'conflicting-flags',
        what: `--${name} of ${this.grammar.program} follows from other properties`,
        given: quote(value),
        fix: flag.reserved,
      }));
      return;
    }
    if (before !== undefined && before !== value && !flag?.isRepeatable) {
      this.findings.push(finding({
        code: 'conflicting-flags',
        what: `--${name} of ${this.grammar.program} has two values`,
        given: `${quote(before)} and ${quote(value)}`,
        fix: 'keep one of them: the program refuses to start with a repeated flag',
      }));
      return;
    }
    const broken = flag?.isPattern ? re2Problem(String(value)) : undefined;
    if (broken !== undefined) {
      this.findings.push(finding({
        code: 'invalid-pattern',
        what: `the pattern of --${name} cannot be compiled: ${broken}`,
        given: quote(value),
        allowed: 'RE2 syntax',
        fix: 'correct it: the program refuses to start with it',
      }));
    }
    if (flag?.type !== undefined && !flag.type.accepts(String(value))) {
      this.findings.push(finding({
        code: 'unknown-flag',
        what: `--${name} of ${this.grammar.program} cannot have this value`,
        given: quote(value),
        allowed: flag.type.text,
        fix: 'correct it: the program refuses to start with it',
      }));
    }
    const list = before === undefined || before === value ? [] : Array.isArray(before) ? before : [before];
    this.given.set(name, list.length > 0 ? [...new Set([...list, String(value)])] : value);
    this.requireKnown(name);
  }

  private requireKnown(name: string): void {
    const flag = this.grammar.find(name);
    const { program } = this.grammar;
    if (flag === undefined) {
      const meant = this.grammar.suggest(name);
      this.findings.push(finding({
        code: 'unknown-flag',
        what: `${program} has no flag --${name}`,
        given: quote(`--${name}`),
        fix: meant === undefined ? 'look it up in the help of the program: it refuses to start with it' : `did you mean --${meant}?`,
      }));
    } else if (flag.missing !== undefined) {
      this.findings.push(finding({
        code: 'flag-too-new',
        what: `--${name} needs ${program} ${flag.missing.needs}`,
        given: `${program} ${flag.missing.given}`,
        allowed: `${flag.missing.needs} or newer`,
        fix: 'leave it out, or use a newer image: older versions refuse to start with it',
      }));
    }
  }

  private checkExclusive(): void {
    for (const name of this.given.keys()) {
      const excluded = this.grammar.find(name)?.excludes;
      if (excluded !== undefined && this.given.has(excluded) && byText(name, excluded) < 0) {
        this.findings.push(finding({
          code: 'conflicting-flags',
          what: `--${name} and --${excluded} of ${this.grammar.program} exclude each other`,
          given: `${quote(this.given.get(name))} and ${quote(this.given.get(excluded))}`,
          fix: 'keep one of them',
        }));
      }
    }
  }
}

function spell(name: string, value: FlagValue): string[] {
  if (typeof value === 'boolean') {return [value ? `--${name}` : `--no-${name}`];}
  return (typeof value === 'string' ? [value] : value).map(each => `--${name}=${each}`);
}
