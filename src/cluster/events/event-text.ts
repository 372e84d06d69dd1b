import type { Symptom } from './symptom';

/** Who writes a text. */
export type EventAuthor = 'kubelet' | 'scheduler' | 'controller manager' | 'API server' | 'container runtime' | 'CNI plugin' | 'agent';

/** A text that a cluster writes when something is wrong, and what to do about it. */
export interface EventText {
  readonly id: string;
  readonly symptom: Symptom;
  readonly by: EventAuthor;
  /**
   * The part of the message that is always there, with named parts in braces. Releases that write it differently have a text of their own.
   */
  readonly texts: readonly string[];
  /** The reason of the event or state, where the message alone does not tell it. */
  readonly reason?: string;
  /** Whether it only says that something is wrong: other texts of the same pod name the cause. */
  readonly isSummary?: boolean;
  /** What is wrong, with the parts of the text. */
  readonly cause: string;
  /** What to do, in the spelling of the Kubernetes API. */
  readonly fix: string;
  /** The option of this library. */
  readonly option?: string;
}

/** Texts that are looked at together. */
export interface EventTextGroup {
  readonly rows: readonly EventText[];
  /** Whether a message can hold several of them: the scheduler counts nodes by reason. */
  readonly severalAtOnce?: boolean;
}

/** A text that was found in a message. */
export interface KnownText {
  readonly row: EventText;
  /** What stands in the place of each named part. */
  readonly parts: { readonly [name: string]: string };
}

/** Parts that can hold blanks, up to what follows them in the text. */
const FREE_TEXT = new Set(['detail', 'error', 'names', 'output', 'violations', 'why']);
const PATHS = new Set(['mount', 'path', 'source', 'target']);

/** What a part can be. The last part of a text takes what is there; others end where the text goes on. */
function patternOf(name: string, isLast: boolean): string {
  if (FREE_TEXT.has(name)) {return isLast ? '[^\\n]*' : '[^\\n]*?';}
  if (PATHS.has(name)) {return isLast ? '[^\\s"`]+' : '[^\\n"`]+?';}
  return isLast ? '[^\\s"\',;()]*[^\\s"\',;().]' : '[^\\s"\',;()]+?';
}

const PART = /\{(\w+)\}/;

/** The pattern of a text: everything but its parts is literal. */
export function compileText(text: string): RegExp {
  const pieces = text.split(PART);
  const isLast = (index: number): boolean => index === pieces.length - 2 && pieces[index + 1] === '';
  return new RegExp(pieces.map((piece, index) =>
    (index % 2 === 0 ? piece.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&') : `(?<${piece}>${patternOf(piece, isLast(index))})`)).join(''));
}

/** The names of the parts of a text. */
export function partsOf(text: string): string[] {
  return text.split(PART).filter((_, index) => index % 2 === 1);
}

/** A sentence of a row with the parts of a message; those that the message does not have keep their names. */
export function filled(sentence: string, parts: KnownText['parts']): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(parts, name) ? parts[name] : whole));
}
