import { Yaml } from 'cdk8s';
import { documentText, NOT_A_TREE } from './document';
import { findProblem } from './problem';
import { problemFinding } from './problem-finding';
import { isMisread } from './scalar';
import { AgentError } from '../agent-error';

/** What the YAML writer hands to what it writes, as far as it is used here. */
interface Writing {
  readonly doc: {
    readonly schema: { readonly name: string };
    createNode(value: unknown, options: object): { toString(writing: object, onComment?: () => void, onChompKeep?: () => void): string };
  };
  readonly indent: string;
  readonly indentStep: string;
  readonly inFlow: boolean | null;
  readonly options: { readonly lineWidth: number; readonly indentSeq: boolean };
}

/** By which the YAML writer knows what asks for its own text. */
const NODE_TYPE = Symbol.for('yaml.node.type');

/**
 * Has the YAML writer of cdk8s write our text of a manifest: as it is when it is written, whoever changed it meanwhile. To everyone else it
 * stays plain data.
 * The writer asks objects of this type, pairs of a map, for their text, and puts one that stands alone into a map.
 */
export function writtenByUs<T extends object>(manifest: T): T {
  // what has a field of this name is written by cdk8s itself
  if (Object.hasOwn(manifest, 'toString')) {return manifest;}
  return Object.defineProperties(manifest, {
    [NODE_TYPE]: { value: Symbol.for('yaml.pair') },
    toString: { value: manifestText, writable: true, configurable: true },
  });
}

/** @throws unwritable-value @throws unreadable-text */
function manifestText(this: object, writing?: Writing, onComment?: () => void, onChompKeep?: () => void): string {
  if (writing?.doc === undefined) {return Object.prototype.toString.call(this);}
  const text = isOfCdk8s(writing) ? textOf(this, writing.indent) : undefined;
  if (text !== undefined) {return text;}
  const node = writing.doc.createNode({ ...this }, { keepUndefined: true });
  if (!writing.inFlow) {return node.toString({ ...writing, allNullValues: false }, onComment, onChompKeep);}
  // the map around it has the braces
  const indent = writing.indent.slice(writing.indentStep.length);
  return node.toString({ ...writing, allNullValues: false, indent }).slice(1, -1).trim();
}

/**
 * A document as `Yaml.stringify` writes it. Where it is our text in any case, cdk8s is not asked for it: its writer takes longer to load
 * than most apps to write.
 *
 * @throws unwritable-value @throws unreadable-text
 */
export function documentOf(manifest: object): string {
  const text = NODE_TYPE in manifest ? textOf(manifest, '') : undefined;
  return text === undefined ? Yaml.stringify(manifest) : `${text}\n`;
}

/** Our text; undefined for what is no tree, which is for cdk8s to write, with anchors for instance, unless that is misread. */
function textOf(manifest: object, indent: string): string | undefined {
  const text = documentText(manifest, indent);
  if (text !== NOT_A_TREE) {return text;}
  const problem = findProblem(manifest, isMisread);
  const tree = problem?.kind === 'misread' ? documentText(copyOf(manifest) as object, indent) : undefined;
  if (typeof tree === 'string') {return tree;}
  if (problem) {throw new AgentError(problemFinding(problem, 'a manifest'));}
  return undefined;
}

/** Whether the options are those that cdk8s gives: others want another text. */
function isOfCdk8s({ doc, indentStep, inFlow, options }: Writing): boolean {
  return doc.schema.name === 'yaml-1.1' && indentStep === '  ' && !inFlow && options.lineWidth === 0 && options.indentSeq;
}

/** With a collection of its own in each place. What is in a circle stays in it. */
function copyOf(value: unknown, above: readonly unknown[] = []): unknown {
  if (Array.isArray(value) && !above.includes(value)) {return value.map(each => copyOf(each, [...above, value]));}
  const isMap = typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
  if (!isMap || above.includes(value)) {return value;}
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, copyOf(entry, [...above, value])]));
}
