import {
  BinaryExpression, createSourceFile, forEachChild, isBinaryExpression, isCallExpression, isRegularExpressionLiteral, isStringLiteralLike,
  isTemplateExpression, Node, ScriptTarget, SyntaxKind,
} from 'typescript';

/** A literal of a test that holds a sentence of an error or a finding. */
export interface AssertedWords {
  readonly line: number;
  readonly text: string;
}

/** The literals of a test that hold sentences under one of these codes: `invalid-port: a port cannot ...`, or what follows it. */
export function assertedWords(source: string, codes: ReadonlySet<string>): AssertedWords[] {
  return literalsIn(source, (_, text) => isSentence(text, codes));
}

/** How many words in a row are a part of a sentence, and no chance. */
const PHRASE = 6;

/** Every run of six words in these lines. */
export function phrasesOf(lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.flatMap(runsOf));
}

/** The literals of a test, its title aside, that have six words in a row which are in the catalogue. */
export function quotedWords(source: string, phrases: ReadonlySet<string>): AssertedWords[] {
  return literalsIn(source, (node, text) => !isTitle(node) && runsOf(text).some(run => phrases.has(run)));
}

/** The literals of a test that are looked for. */
function literalsIn(source: string, isMeant: (node: Node, text: string) => boolean): AssertedWords[] {
  const file = createSourceFile('test.ts', source, ScriptTarget.Latest, true);
  const found: AssertedWords[] = [];
  const visit = (node: Node): void => {
    const text = textOf(node);
    if (text === undefined) {
      forEachChild(node, visit);
    } else if (isMeant(node, text)) {
      found.push({ line: file.getLineAndCharacterOfPosition(node.getStart()).line + 1, text });
    }
  };
  visit(file);
  return found;
}

/** Six words in a row, each time. Names, numbers, paths and options are no words, and end a row. */
function runsOf(text: string): string[] {
  const rows: string[][] = [[]];
  for (const token of text.split(/\s+/)) {
    const [, word, mark] = /^[("]*([A-Za-z']+)([,:;.)"]*)$/.exec(token) ?? [];
    if (word !== undefined) {rows.at(-1)!.push(word.toLowerCase());}
    if (word === undefined || /[.]/.test(mark)) {rows.push([]);}
  }
  return rows.flatMap(words => words.slice(PHRASE - 1).map((_, index) => words.slice(index, index + PHRASE).join(' ')));
}

/** Whether it is what a test is called. */
function isTitle(node: Node): boolean {
  const { parent } = node;
  return isCallExpression(parent) && parent.arguments[0] === node && /^(?:test|describe|it)\b/.test(parent.expression.getText());
}

/** The text of a literal, with `0` for what is put into it, and undefined for what is none. */
function textOf(node: Node): string | undefined {
  if (isStringLiteralLike(node)) {return node.text;}
  if (isRegularExpressionLiteral(node)) {return node.text.replace(/^\/\^?(\\\[[^\]]*\\\] )?/, '');}
  if (isTemplateExpression(node)) {return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('0');}
  if (!isSum(node)) {return undefined;}
  const [left, right] = [textOf(node.left), textOf(node.right)];
  return left === undefined && right === undefined ? undefined : `${left ?? '0'}${right ?? '0'}`;
}

function isSum(node: Node): node is BinaryExpression {
  return isBinaryExpression(node) && node.operatorToken.kind === SyntaxKind.PlusToken;
}

/** A code with at least three words behind it, or the fix behind a value. */
function isSentence(text: string, codes: ReadonlySet<string>): boolean {
  if (/; fix: \w|(^|; )fix: [a-z]+ [a-z]+ /.test(text)) {return true;}
  const [, code] = /^(?:\[[^\]]*\] )?([a-z0-9]+(?:-[a-z0-9]+)+): (?:\[[^\]]*\] )?(?:[\w'`.[\]-]+ ){3}/.exec(text) ?? [];
  return code !== undefined && codes.has(code);
}
