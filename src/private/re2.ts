/**
 * Why a regular expression is not valid RE2, the dialect of everything written in Go, in one phrase; nothing when it is valid.
 * Agents compile their patterns when they start: a mistake shows as a crash loop on every node, long after the manifest was accepted.
 */
export function re2Problem(pattern: string): string | undefined {
  try {
    new Reader(pattern).read();
    return undefined;
  } catch (error) {
    if (error instanceof Re2Error) return error.message;
    throw error;
  }
}

class Re2Error extends Error {}

/** What stands between two parentheses. The sizes are what RE2 limits: how often the innermost part is copied. */
interface Group {
  /** The largest size of anything before the last part. */
  size: number;
  /** The size of the last part, to which a repetition would apply; undefined where there is nothing to repeat. */
  last?: number;
}

const MAX_REPEAT = 1000;

const UNSUPPORTED_GROUPS: ReadonlyArray<readonly [RegExp, string]> = [
  [/^\(\?=|^\(\?!/, 'look-ahead is not supported'],
  [/^\(\?<[=!]/, 'look-behind is not supported'],
  [/^\(\?>/, 'atomic groups are not supported'],
  [/^\(\?P=/, 'back-references are not supported'],
  [/^\(\?(R|[+-]?\d|&|P>)/, 'recursion is not supported'],
  [/^\(\?#/, 'comments are not supported'],
  [/^\(\?\(/, 'conditions are not supported'],
  [/^\(\?\|/, 'branch reset is not supported'],
  [/^\(\?'/, 'named groups are written (?P<name>…)'],
];

const ESCAPE_HINTS: { readonly [letter: string]: string } = {
  Z: 'write \\z',
  G: 'it has no counterpart',
  K: 'it has no counterpart',
  X: 'it has no counterpart',
  R: 'write \\r?\\n',
  C: 'it has no counterpart',
  h: 'write [ \\t]',
  u: 'write \\x{…}',
  U: 'write \\x{…}',
  e: 'write \\x1b',
  k: 'back-references are not supported',
  g: 'back-references are not supported',
};

const POSIX_CLASS = /^\[:\^?(alnum|alpha|ascii|blank|cntrl|digit|graph|lower|print|punct|space|upper|word|xdigit):\]$/;

const UNICODE_CATEGORY = /^(Any|C[cfos]?|L[lmotu]?|M[cen]?|N[dlo]?|P[cdefios]?|S[ckmo]?|Z[lps]?)$/;

/** The scripts whose full names have four letters, like the short names that RE2 does not know. */
const FOUR_LETTER_SCRIPTS: readonly string[] = ['Ahom', 'Cham', 'Kawi', 'Lisu', 'Miao', 'Modi', 'Newa', 'Thai', 'Toto'];

/** Reads a pattern the way Go's `regexp/syntax` does, keeping only what can make it fail. */
class Reader {
  private at = 0;
  private readonly groups: Group[] = [{ size: 0 }];
  /** Where the repetition began that stands right before; RE2 refuses to stack them. */
  private repeated?: number;

  public constructor(private readonly text: string) {}

  public read(): void {
    while (this.at < this.text.length) {
      const begin = this.at;
      const repeats = this.readOne();
      this.repeated = repeats ? begin : undefined;
    }
    if (this.groups.length > 1) this.fail('a ( is not closed');
  }

  /** Whether it was a repetition. */
  private readOne(): boolean {
    switch (this.text[this.at]) {
      case '(': this.openGroup(); return false;
      case ')': this.closeGroup(); return false;
      case '[': this.readClass(); return false;
      case '\\': this.readEscape(); return false;
      case '*':
      case '+':
      case '?': this.repeat(this.at + 1); return true;
      case '{': return this.readCount();
      case '|': this.at += 1; this.endAtom(); return false;
      default: this.at += this.codePoint().length; this.atom(); return false;
    }
  }

  private get group(): Group {
    return this.groups[this.groups.length - 1];
  }

  /** Something that a repetition can follow. */
  private atom(size: number = 0): void {
    this.endAtom();
    this.group.last = size;
  }

  private endAtom(): void {
    this.group.size = Math.max(this.group.size, this.group.last ?? 0);
    this.group.last = undefined;
  }

  private openGroup(): void {
    const rest = this.text.slice(this.at);
    if (!rest.startsWith('(?')) {
      this.at += 1;
      this.groups.push({ size: 0 });
      return;
    }
    const named = /^\(\?P?<([A-Za-z0-9_]+)>/.exec(rest);
    const flagged = /^\(\?([imsU]*)(-[imsU]+)?([:)])/.exec(rest);
    const found = named ?? flagged ?? this.fail(refusedGroup(rest));
    this.at += found[0].length;
    if (found[3] !== ')') this.groups.push({ size: 0 });
  }

  private closeGroup(): void {
    if (this.groups.length === 1) this.fail('a ) has no (');
    const closed = this.groups.pop()!;
    this.at += 1;
    this.atom(Math.max(closed.size, closed.last ?? 0));
  }

  /** `{2}`, `{2,}` or `{2,5}`; any other brace is an ordinary character. */
  private readCount(): boolean {
    const counted = /^\{(0|[1-9]\d*)(,(0|[1-9]\d*)?)?\}/.exec(this.text.slice(this.at));
    if (!counted) {
      this.at += 1;
      this.atom();
      return false;
    }
    const least = Number(counted[1]);
    const most = counted[2] === undefined ? least : counted[3] === undefined ? undefined : Number(counted[3]);
    if (least > MAX_REPEAT || (most ?? 0) > MAX_REPEAT) this.fail(`${counted[0]} repeats more than ${MAX_REPEAT} times`);
    if (most !== undefined && least > most) this.fail(`${counted[0]} ends below its beginning`);
    this.repeat(this.at + counted[0].length, least, most);
    return true;
  }

  /** `*`, `+` and `?` copy nothing; counted ones copy what they repeat, and so do the ones around them. */
  private repeat(end: number, least: number = 0, most?: number): void {
    const begin = this.at;
    this.at = end + (this.text[end] === '?' ? 1 : 0);
    const operator = this.text.slice(this.repeated ?? begin, this.at);
    if (this.repeated !== undefined) {
      this.fail(operator.endsWith('+') ? `possessive ${operator} is not supported` : `${operator} repeats a repetition: put it in a group`);
    }
    const last = this.group.last ?? this.fail(`there is nothing for ${operator} to repeat`);
    const copies = most ?? least;
    const size = most === 0 ? 0 : copies === 0 ? last : copies * Math.max(1, last);
    if (Math.max(least, most ?? 0) >= 2 && size > MAX_REPEAT) {
      this.fail(`${operator} and the repetitions inside it multiply to more than ${MAX_REPEAT}`);
    }
    this.group.last = size;
  }

  private readEscape(): void {
    const rest = this.text.slice(this.at);
    if (rest.startsWith('\\Q')) {
      const end = rest.indexOf('\\E');
      const literal = end < 0 ? rest.slice(2) : rest.slice(2, end);
      if (literal !== '') this.atom();
      this.at += end < 0 ? rest.length : end + 2;
      return;
    }
    if (/^\\[AbBz]/.test(rest)) {
      this.at += 2;
    } else if (!this.skipSharedEscape()) {
      this.readCharacterEscape();
    }
    this.atom();
  }

  /** Escapes that stand for several characters, inside and outside brackets: `\d`, `\p{Greek}`. */
  private skipSharedEscape(): boolean {
    const rest = this.text.slice(this.at);
    if (/^\\[dDsSwW]/.test(rest)) {
      this.at += 2;
      return true;
    }
    if (!/^\\[pP]/.test(rest)) return false;
    const named = /^\\[pP](?:\{\^?([^}]*)\}|([^{]))/u.exec(rest);
    if (!named || !isUnicodeName(named[1] ?? named[2])) {
      this.fail(`${named?.[0] ?? rest.slice(0, 2)} names no Unicode category or script that RE2 knows`);
    }
    this.at += named[0].length;
    return true;
  }

  /** The one character that an escape stands for, as a number. */
  private readCharacterEscape(): number {
    const rest = this.text.slice(this.at);
    const escape = /^\\(?:([^A-Za-z0-9\u0080-\uffff])|([aftnrv])|([1-7][0-7]{1,2}|0[0-7]{0,2})|x([0-9A-Fa-f]{2})|x\{([0-9A-Fa-f]+)\})/.exec(
      rest,
    );
    const code = escape ? escapedCode(escape) : NaN;
    if (!escape || !(code <= 0x10ffff)) this.fail(refusedEscape(rest));
    this.at += escape[0].length;
    return code;
  }

  private readClass(): void {
    const begin = this.at;
    this.at += this.text[begin + 1] === '^' ? 2 : 1;
    for (let first = true; first || this.text[this.at] !== ']'; first = false) {
      if (this.at >= this.text.length) this.fail('a [ is not closed');
      if (this.skipPosixClass() || this.skipSharedEscape()) continue;
      const from = this.at;
      const low = this.readClassCharacter();
      if (this.text[this.at] !== '-' || this.at + 1 >= this.text.length || this.text[this.at + 1] === ']') continue;
      this.at += 1;
      if (this.readClassCharacter() < low) this.fail(`the range ${this.text.slice(from, this.at)} ends below its beginning`);
    }
    this.at += 1;
    this.atom();
  }

  private skipPosixClass(): boolean {
    const end = this.text.startsWith('[:', this.at) ? this.text.indexOf(':]', this.at + 2) : -1;
    if (end < 0) return false;
    const name = this.text.slice(this.at, end + 2);
    if (!POSIX_CLASS.test(name)) this.fail(`${name} is not a class of characters`);
    this.at = end + 2;
    return true;
  }

  private readClassCharacter(): number {
    if (this.text[this.at] === '\\') return this.readCharacterEscape();
    const character = this.codePoint();
    this.at += character.length;
    return character.codePointAt(0)!;
  }

  private codePoint(): string {
    return String.fromCodePoint(this.text.codePointAt(this.at)!);
  }

  private fail(message: string): never {
    throw new Re2Error(message);
  }
}

function escapedCode([, itself, control, octal, ...hex]: RegExpExecArray): number {
  if (itself !== undefined) return itself.charCodeAt(0);
  if (control !== undefined) return 7 + 'abtnvfr'.indexOf(control);
  return octal === undefined ? parseInt(hex[0] ?? hex[1], 16) : parseInt(octal, 8);
}

function refusedGroup(rest: string): string {
  const known = UNSUPPORTED_GROUPS.find(([begins]) => begins.test(rest));
  if (known) return known[1];
  if (/^\(\?P?</.test(rest)) return 'the name of a group is not made of letters, digits and _';
  const flag = /^\(\?[imsU-]*([a-zA-Z^])/.exec(rest);
  return flag ? `the flag ${flag[1]} is not supported, only i, m, s and U are` : `${rest.slice(0, 3)} begins no group that RE2 knows`;
}

function refusedEscape(rest: string): string {
  if (rest === '\\') return 'a \\ stands at the end';
  if (/^\\[1-9]/.test(rest)) return 'back-references are not supported';
  const escape = /^\\./su.exec(rest)![0];
  const hint = ESCAPE_HINTS[escape[1]];
  return `the escape ${escape} is not supported${hint === undefined ? '' : `: ${hint}`}`;
}

/**
 * The names that every version of RE2 knows: short categories, and scripts of one word. The newest Go reads more (`Letter`), older ones do
 * not; older ones read scripts of two words (`Old_Italic`), the newest does not.
 */
function isUnicodeName(name: string): boolean {
  if (UNICODE_CATEGORY.test(name)) return true;
  if (!/^[A-Z][a-z]+$/.test(name) || name.length === 4 && !FOUR_LETTER_SCRIPTS.includes(name)) return false;
  try {
    return new RegExp(`\\p{Script=${name}}`, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}
