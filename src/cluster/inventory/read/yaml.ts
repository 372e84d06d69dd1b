import type * as Yaml from 'yaml';
import { listOf, DocumentItem } from './document-item';
import type { FieldLines } from './field-lines';
import { InputError, refuse } from './input-error';
import { documentTrees, YamlMistake } from './yaml-documents';
import { valueOf } from './yaml-values';

const MEGABYTE = 1024 * 1024;

/** The tree of a document takes more than forty times the memory of its text. */
const MAX_DOCUMENT = 16 * MEGABYTE;

/** What its documents become takes about ten times the memory. */
export const MAX_YAML = 64 * MEGABYTE;

/**
 * The values of all documents of a text, read as kubectl and the API server do. One after the other: the tree of a whole file would be
 * large.
 *
 * @param onMistake given each document that cannot be read, so that the others are
 * @throws InputError where nothing takes it
 */
export function* readYaml(
  text: string, file: string, fieldLines?: FieldLines, onMistake?: (mistake: InputError) => void,
): Generator<DocumentItem> {
  for (const document of documentsOf(text)) {
    let items: readonly DocumentItem[];
    try {
      if (document.text.length > MAX_DOCUMENT) {
        refuse(file, document.line, tooLarge('this document of YAML', document.text.length, MAX_DOCUMENT));
      }
      items = readDocument(document, file, fieldLines);
    } catch (error) {
      if (!onMistake || !(error instanceof InputError)) {throw error;}
      onMistake(error);
      continue;
    }
    yield* items;
  }
}

interface Document {
  readonly text: string;
  /** Where it begins. */
  readonly line: number;
}

/** Directives, and comments and empty lines around them: they belong to the document that follows. */
const DIRECTIVES = /^(?:[ \t]*(?:#.*)?\r?\n)*%(?:.*\r?\n)(?:(?:[ \t]*(?:#.*)?|%.*)\r?\n)*$/;

/** Nothing but the marker of a document begins a line with three hyphens and a blank. */
function* documentsOf(text: string): Generator<Document> {
  let begin = 0;
  let line = 1;
  const ends = [...text.matchAll(/^---(?![^ \t\r\n])/gm)].map(({ index }) => index).filter(index => index > 0);
  for (const end of [...ends, text.length]) {
    const part = text.slice(begin, end);
    if (end < text.length && DIRECTIVES.test(part)) {continue;}
    yield { text: part, line };
    line += countLines(part);
    begin = end;
  }
}

function countLines(text: string): number {
  let count = 0;
  for (let index = text.indexOf('\n'); index >= 0; index = text.indexOf('\n', index + 1)) {count += 1;}
  return count;
}

function readDocument({ text, line }: Document, file: string, fieldLines?: FieldLines): DocumentItem[] {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const yaml: typeof Yaml = require('yaml');
  const lineCounter = new yaml.LineCounter();
  const lineOf = (offset: number): number => line - 1 + Math.max(1, lineCounter.linePos(Math.min(offset, text.length)).line);
  try {
    // there can be several: the end of a document can be marked as well as its beginning
    return [
      ...documentTrees(yaml, text, lineCounter),
    ].flatMap(tree => itemsOf(yaml, tree, valueOf(yaml, tree, lineOf, fieldLines), lineOf));
  } catch (error) {
    if (error instanceof YamlMistake) {
      return refuse(file, lineOf(error.offset), `cannot be read as YAML: ${error.message}${templateHint(text)}`);
    }
    throw error;
  }
}

function itemsOf(yaml: typeof Yaml, node: unknown, value: unknown, lineOf: (offset: number) => number): DocumentItem[] {
  const line = lineOf(startOf(node));
  const list = Array.isArray(value) ? { items: value } : listOf(value);
  if (list === undefined || list.items.length === 0) {return [{ value, line, isItem: false }];}
  const nodes = Array.isArray(value) ? node : yaml.isMap(node) ? node.get('items', true) : undefined;
  return list.items.map((item, index) => ({
    value: Array.isArray(value) ? item : { ...value as object, items: [item] },
    line: yaml.isSeq(nodes) ? lineOf(startOf(nodes.items[index])) : line,
    isItem: Array.isArray(value),
  }));
}

function startOf(node: unknown): number {
  return (node as { readonly range?: readonly number[] } | null | undefined)?.range?.[0] ?? 0;
}

function templateHint(text: string): string {
  return text.includes('{{') ? '. It looks like a template: render it first, as with `helm template`' : '';
}

export function tooLarge(what: string, size: number, limit: number): string {
  return `${what} has ${Math.ceil(size / MEGABYTE)} MiB, and more than ${limit / MEGABYTE} MiB would take too much memory. `
    + 'Give it as JSON (`kubectl get -o json`), or split it into files';
}
