import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { isScalar, LineCounter, parseAllDocuments } from 'yaml';
import type { Finding } from './report';

/** A finding as a person needs it: where it is, what Kubernetes says, and what was asked for. */
export function describeFinding(finding: Finding, describe: (file: string) => string | undefined): string {
  const isFile = existsSync(finding.input);
  const line = isFile
    ? lineOf(readFileSync(finding.input, 'utf8'), finding.document, finding.field ?? fieldIn(finding.message))
    : undefined;
  const where = `${isFile ? relative(process.cwd(), finding.input) : finding.input}${line === undefined ? '' : `:${line}`}`;
  const props = describe(finding.input);
  return [
    `${finding.judge}: ${where}${finding.object ? `, ${finding.object}` : ''}`,
    `  ${finding.field ? `${finding.field}: ` : ''}${finding.message}`,
    ...props === undefined ? [] : [`  ${props}`],
  ].join('\n');
}

/** The path of a field that stands in a message. */
function fieldIn(message: string): string {
  return /\b((?:spec|metadata|data|rules|subjects)\b[\w.[\]-]*)/.exec(message)?.[1] ?? '';
}

/** The line on which a field stands, or the nearest one around it; without a field, the line on which the object begins. */
export function lineOf(text: string, index: number, field: string): number | undefined {
  const counter = new LineCounter();
  const documents = [...parseAllDocuments(text, { lineCounter: counter, logLevel: 'silent' })];
  const document = documents.filter(({ contents }) => contents !== null && !(isScalar(contents) && contents.value === null))[index];
  if (document === undefined) return undefined;
  const path = [...field.matchAll(/\[(\d+)\]|[^.[\]]+/g)].map(([name, position]) => position === undefined ? name : Number(position));
  for (let length = path.length; length >= 0; length--) {
    const parent = length === 0 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    const key = path[length - 1];
    // the key of a map stands where people look for it; its value may begin a line later
    const pair = (parent as any)?.items?.find?.((item: any) => isScalar(item?.key) && item.key.value === key);
    const node: any = length === 0 ? parent : pair?.key ?? document.getIn(path.slice(0, length), true);
    if (node?.range) return counter.linePos(node.range[0]).line;
  }
  return undefined;
}
