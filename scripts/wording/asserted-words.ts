import {
  BinaryExpression, createSourceFile, forEachChild, isBinaryExpression, isRegularExpressionLiteral, isStringLiteralLike,
  isTemplateExpression, Node, ScriptTarget, SyntaxKind,
} from 'typescript';

/** A literal of a test that holds a sentence of an error or a finding. */
export interface AssertedWords {
  readonly line: number;
  readonly text: string;
}

/** The literals of a test that hold sentences under one of these codes: `invalid-port: a port cannot ...`, or what follows it. */
export function assertedWords(source: string, codes: ReadonlySet<string>): AssertedWords[] {
  const file = createSourceFile('test.ts', source, ScriptTarget.Latest, true);
  const found: AssertedWords[] = [];
  const visit = (node: Node): void => {
    const text = textOf(node);
    if (text === undefined) {
      forEachChild(node, visit);
    } else if (isSentence(text, codes)) {
      found.push({ line: file.getLineAndCharacterOfPosition(node.getStart()).line + 1, text });
    }
  };
  visit(file);
  return found;
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
