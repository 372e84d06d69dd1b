import { errorLine } from '../../src/private/agent-error';

/** What is asserted of an error or a finding, in addition to its code. What is left out may be anything. */
export interface RefusalFacts {
  /** The path of the construct. */
  readonly at?: string;
  /** The value that was given. */
  readonly given?: string | number;
  /** The values that are allowed. */
  readonly allowed?: string;
  /** Names, numbers and fields that the sentence names, in its order. */
  readonly names?: readonly string[];
}

/**
 * Equal to an error, or to the line of one, by its code, place and data. The words are free: test/wording holds them. It stands where a
 * value stands: `toEqual([refusal('invalid-port', { given: '0' })])`, `toThrow(refusal('invalid-port'))`.
 */
export function refusal(code: string, facts: RefusalFacts = {}): any {
  return new Refusal(code, facts);
}

/** The fields of a line that `errorLine` wrote. */
const LINE = /^(?:\[([^\]]*)\] )?([\w/-]+): (?:\[([^\]]*)\] )?([^]*?)(?:; given: ([^]*?))?(?:; allowed: ([^]*?))?; fix: [^]*$/;

class Refusal {
  // how Jest knows that it compares by itself
  public readonly $$typeof = Symbol.for('jest.asymmetricMatcher');

  public constructor(private readonly code: string, private readonly facts: RefusalFacts) {}

  /** The same of the construct at this path. */
  public of(at: string): Refusal {
    return new Refusal(this.code, { ...this.facts, at });
  }

  public asymmetricMatch(found: unknown): boolean {
    const text = textOf(found);
    return this.isIn(text) || found instanceof Error && text.split('\n').some(line => this.isIn(line.trim()));
  }

  private isIn(line: string): boolean {
    const [, before, code, after, what, given, allowed] = LINE.exec(line) ?? [];
    const { facts } = this;
    return code === this.code && (facts.at === undefined || facts.at === (before ?? after))
      && (facts.given === undefined || String(facts.given) === given) && (facts.allowed === undefined || facts.allowed === allowed)
      && inOrder([what, given, allowed].join('\n'), facts.names ?? []);
  }

  public toString(): string {
    return [this.code, ...Object.entries(this.facts).map(([name, fact]) => `${name}: ${String(fact)}`)].join('; ');
  }

  public toAsymmetricMatcher(): string {
    return `Refusal<${String(this)}>`;
  }

  public getExpectedType(): string {
    return 'object';
  }
}

function textOf(found: unknown): string {
  if (found instanceof Error) {return found.message;}
  return typeof found === 'object' && found !== null && 'what' in found ? errorLine(found as never) : String(found);
}

function inOrder(text: string, names: readonly string[]): boolean {
  let from = 0;
  return names.every(name => {
    const at = text.indexOf(name, from);
    from = at + name.length;
    return at >= 0;
  });
}
