import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  createSourceFile, forEachChild, isCallExpression, isNumericLiteral, isObjectLiteralExpression, isPropertyAssignment, isStringLiteralLike,
  Node, ScriptTarget,
} from 'typescript';
import { DEFAULT_TABLES } from '../scripts/defaults/make-defaults';

const SRC = join(__dirname, '..', 'src');

/** Where values are written down, and generated tables. */
const OWNERS = /(^|\/)(defaults|standard-values|oldest-minor|field-table|scope-table)\.ts$/;
/**
 * Rules and examples speak of manifests of others; the catalogue of host paths is a table of its own; simulated nodes have sizes, platforms
 * paths, drivers of others names.
 */
const OTHER_FACTS = /^(checks\/|cluster\/simulated\/|cluster\/platforms\/rows\/|cluster\/csi\/|agent\/container\/known-host-path\.ts)/;

/** Texts that only a default has: images, directories, names with a dot or a slash. */
const TEXTS = new Set(Object.values(DEFAULT_TABLES).flatMap(table => Object.values(table)).flatMap(({ value }) => textsIn(value))
  .filter(text => /[./]/.test(text) && text.length > 8));

function textsIn(value: unknown): string[] {
  return typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** What a file says that a table says already. Comments are not looked at. */
function secondLiterals(file: string, text: string): string[] {
  const found: string[] = [];
  const visit = (node: Node): void => {
    if (isStringLiteralLike(node) && TEXTS.has(node.text)) {found.push(`${file}: '${node.text}'`);}
    if (isNumericLiteral(node) && node.text === '28'
      || isStringLiteralLike(node) && node.text === '1.28') {found.push(`${file}: ${node.text}`);}
    if (isCallExpression(node) && node.expression.getText()
      .endsWith('Resources.of') && node.arguments.some(given => isObjectLiteralExpression(given)
      && given.properties.some(property => isPropertyAssignment(property) && isStringLiteralLike(property.initializer)))) {
      found.push(`${file}: ${node.getText()}`);
    }
    forEachChild(node, visit);
  };
  visit(createSourceFile(file, text, ScriptTarget.Latest, true));
  return found;
}

test('what a table of defaults says, and the oldest minor, is written once', () => {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts') && !OWNERS.test(file)
    && !OTHER_FACTS.test(file));
  expect(files.length).toBeGreaterThan(200);
  expect(files.flatMap(file => secondLiterals(file, readFileSync(join(SRC, file), 'utf8')))).toEqual([]);
});

test('a second literal is found', () => {
  expect(secondLiterals(
    'a.ts', "// 28\nconst a = 28;\nconst b = '/var/lib/kubelet';\nResources.of({ cpu: '50m' });\nconst c = 'a 1.28';",
  )).toEqual([
    'a.ts: 28', "a.ts: '/var/lib/kubelet'", "a.ts: Resources.of({ cpu: '50m' })",
  ]);
});
