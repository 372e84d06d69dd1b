import { isDnsSubdomain, isLabelValue, isQualifiedName } from '../private/names';

/** A condition on one label, or on the one field `metadata.name`, in the spelling of the Kubernetes API. */
export interface NodeRequirement {
  readonly key: string;
  readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist' | 'Gt' | 'Lt';
  readonly values?: readonly string[];
}

/** Conditions that a node must meet all at once. */
export interface NodeTerm {
  readonly matchExpressions?: readonly NodeRequirement[];
  readonly matchFields?: readonly NodeRequirement[];
}

/** Which nodes a pod may run on by its own selectors: both parts must agree. */
export interface NodeSelection {
  readonly nodeSelector?: Readonly<Record<string, string>>;
  /** Alternatives. Absent is no restriction; an empty list matches no node. */
  readonly terms?: readonly NodeTerm[];
}

/** What the selectors look at. */
export interface SelectableNode {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** The selectors of a pod spec: `nodeSelector` and the required node affinity. */
export function selectionOf(podSpec: any): NodeSelection {
  const required = podSpec?.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution;
  return {
    ...podSpec?.nodeSelector && { nodeSelector: podSpec.nodeSelector },
    ...required && { terms: required.nodeSelectorTerms ?? [] },
  };
}

/**
 * Whether the selection allows the node, by the rules of the scheduler and the DaemonSet controller: an empty term matches nothing, and a
 * term that cannot be read is passed over in silence.
 */
export function matches(selection: NodeSelection, node: SelectableNode): boolean {
  const selected = Object.entries(selection.nodeSelector ?? {}).every(([key, value]) => labelOf(node, key) === value);
  return selected && (selection.terms === undefined || selection.terms.some(term => isReadable(term) && termMatches(term, node)));
}

/** Whether a node can exist that both selections allow: false only where that is impossible. */
export function canOverlap(a: NodeSelection, b: NodeSelection): boolean {
  return commonNode(a, b) !== undefined;
}

/** A node that both selections allow, with no label that it does not need; undefined when no such node can exist. */
export function commonNode(a: NodeSelection, b: NodeSelection): SelectableNode | undefined {
  const selectors = [a.nodeSelector, b.nodeSelector].flatMap(selector => Object.entries(selector ?? {}))
    .map(([key, value]): NodeRequirement => ({ key, operator: 'In', values: [value] }));
  for (const left of readableTerms(a)) {
    for (const right of readableTerms(b)) {
      const node = solve(
        [...selectors, ...left.matchExpressions ?? [], ...right.matchExpressions ?? []],
        [...left.matchFields ?? [], ...right.matchFields ?? []],
      );
      if (node) return node;
    }
  }
  return undefined;
}

function readableTerms(selection: NodeSelection): readonly NodeTerm[] {
  return selection.terms === undefined ? [{}] : selection.terms.filter(isReadable);
}

/** A requirement that a node does not meet. */
export interface UnmetRequirement {
  readonly requirement: NodeRequirement;
  /** Whether it is about a label, or about the name of the node. */
  readonly of: 'label' | 'field';
  /** The value of the label; absent where the node has no such label, and for fields. */
  readonly found?: string;
}

/** Why a term does not allow a node: everything that stands against it. */
export type TermFailure =
  | { readonly why: 'empty' }
  | { readonly why: 'unreadable'; readonly requirements: readonly NodeRequirement[] }
  | { readonly why: 'unmet'; readonly requirements: readonly UnmetRequirement[] };

/** Why a term does not allow a node that it does not allow. A term that cannot be read allows none, whatever else it asks for. */
export function explainTerm(term: NodeTerm, node: SelectableNode): TermFailure {
  const matchExpressions = term.matchExpressions ?? [];
  const matchFields = term.matchFields ?? [];
  if (matchExpressions.length + matchFields.length === 0) {return { why: 'empty' };}
  const unreadable = [
    ...matchExpressions.filter(requirement => !isReadableExpression(requirement)),
    ...matchFields.filter(requirement => !isReadableField(requirement)),
  ];
  if (unreadable.length > 0) {return { why: 'unreadable', requirements: unreadable };}
  return {
    why: 'unmet',
    requirements: [
      ...matchExpressions.filter(requirement => !expressionMatches(requirement, labelOf(node, requirement.key))).map(requirement => {
        const found = labelOf(node, requirement.key);
        return { requirement, of: 'label' as const, ...found !== undefined && { found } };
      }),
      ...matchFields.filter(requirement => !termMatches({ matchFields: [requirement] }, node)).map(requirement => ({
        requirement, of: 'field' as const,
      })),
    ],
  };
}

/** A term that cannot be read is passed over by the scheduler and the controller. */
export function isReadable(term: NodeTerm): boolean {
  const { matchExpressions, matchFields } = term;
  return (matchExpressions ?? []).length + (matchFields ?? []).length > 0
    && (matchExpressions ?? []).every(isReadableExpression)
    && (matchFields ?? []).every(isReadableField);
}

function isReadableField({ operator, values }: NodeRequirement): boolean {
  return (operator === 'In' || operator === 'NotIn') && values?.length === 1;
}

function isReadableExpression({ key, operator, values }: NodeRequirement): boolean {
  const given = values ?? [];
  // nothing makes a manifest name a key
  return typeof key === 'string' && isQualifiedName(key) && given.every(isLabelValue) && countIsRight(operator, given);
}

function countIsRight(operator: string, values: readonly string[]): boolean {
  switch (operator) {
    case 'In':
    case 'NotIn': return values.length > 0;
    case 'Exists':
    case 'DoesNotExist': return values.length === 0;
    case 'Gt':
    case 'Lt': return values.length === 1 && parseInt64(values[0]) !== undefined;
    default: return false;
  }
}

/** Whether a readable term allows a node. */
export function termMatches(term: NodeTerm, node: SelectableNode): boolean {
  return (term.matchExpressions ?? []).every(requirement => expressionMatches(requirement, labelOf(node, requirement.key)))
    // a node without a name has no fields at all, and is then not asked for any
    && (node.name === '' || (term.matchFields ?? []).every(({ key, operator, values }) =>
      (fieldOf(node, key) === values![0]) === (operator === 'In')));
}

/** Whether a label, or its absence, meets a readable condition. */
export function expressionMatches({ operator, values }: NodeRequirement, label: string | undefined): boolean {
  switch (operator) {
    case 'In': return label !== undefined && values!.includes(label);
    case 'NotIn': return label === undefined || !values!.includes(label);
    case 'Exists': return label !== undefined;
    case 'DoesNotExist': return label === undefined;
    case 'Gt':
    case 'Lt': {
      const number = label === undefined ? undefined : comparable(label);
      const bound = comparable(values![0])!;
      return number !== undefined && (operator === 'Gt' ? number > bound : number < bound);
    }
  }
}

/** A label of a node, or undefined. */
export function labelOf(node: SelectableNode, key: string): string | undefined {
  // what every object of JavaScript inherits is no text
  const value: unknown = node.labels[key];
  return typeof value === 'string' ? value : undefined;
}

function fieldOf(node: SelectableNode, key: string): string {
  return key === 'metadata.name' ? node.name : '';
}

const MAX_INT64 = 2n ** 63n - 1n;

/** As Go's `strconv.ParseInt` reads decimal numbers: a sign and leading zeros are fine, blanks and fractions are not. */
export function parseInt64(text: string): bigint | undefined {
  if (!/^[+-]?\d+$/.test(text)) return undefined;
  const value = BigInt(text.replace('+', ''));
  return value >= -MAX_INT64 - 1n && value <= MAX_INT64 ? value : undefined;
}

/** Most are short, and then a number compares as well. */
function comparable(text: string): number | bigint | undefined {
  return /^\d{1,15}$/.test(text) ? Number(text) : parseInt64(text);
}

function solve(expressions: readonly NodeRequirement[], fields: readonly NodeRequirement[]): SelectableNode | undefined {
  const name = solveName(fields);
  if (name === undefined) return undefined;
  const labels: Record<string, string> = {};
  for (const key of [...new Set(expressions.map(requirement => requirement.key))].sort()) {
    const solution = solveLabel(key, expressions.filter(requirement => requirement.key === key));
    if (solution === undefined) return undefined;
    if (solution !== ABSENT) labels[key] = solution;
  }
  return { name, labels };
}

function solveName(fields: readonly NodeRequirement[]): string | undefined {
  const named = fields.filter(({ key }) => key === 'metadata.name');
  const others = fields.filter(({ key }) => key !== 'metadata.name');
  if (!others.every(({ operator, values }) => (values![0] === '') === (operator === 'In'))) return undefined;
  const wanted = named.filter(({ operator }) => operator === 'In').map(({ values }) => values![0]);
  const refused = new Set(named.filter(({ operator }) => operator === 'NotIn').map(({ values }) => values![0]));
  const candidates = wanted.length > 0 ? wanted.slice(0, 1) : fresh('node', refused);
  return candidates.find(name => isDnsSubdomain(name) && !refused.has(name) && wanted.every(other => other === name));
}

const ABSENT = Symbol('absent');

/** A value for one label that meets all conditions on it, or that it must be absent; undefined when neither can be. */
function solveLabel(key: string, requirements: readonly NodeRequirement[]): string | typeof ABSENT | undefined {
  const meetsAll = (label: string | undefined): boolean => requirements.every(requirement => expressionMatches(requirement, label));
  if (meetsAll(undefined)) return ABSENT;
  // the API server keeps labels of nodes valid, so no other key or value can be met
  return isQualifiedName(key) ? candidateValues(requirements).find(value => isLabelValue(value) && meetsAll(value)) : undefined;
}

/** Values of which one meets all conditions, if any value can. */
function candidateValues(requirements: readonly NodeRequirement[]): string[] {
  const valuesOf = (...operators: string[]): string[] =>
    requirements.filter(({ operator }) => operators.includes(operator)).flatMap(({ values }) => values ?? []);
  if (requirements.some(({ operator }) => operator === 'In')) return valuesOf('In').sort();
  const refused = new Set(valuesOf('NotIn'));
  const above = valuesOf('Gt').map(value => parseInt64(value)! + 1n);
  const below = valuesOf('Lt').map(value => parseInt64(value)! - 1n);
  return above.length + below.length > 0
    ? integerLabels(above.reduce(greater, 0n), below.reduce(smaller, MAX_INT64), refused)
    : fresh('value', refused);
}

/** The first label in a range that is not refused. Each number has several spellings: `7`, `07`, `007` up to the length of a label. */
function integerLabels(low: bigint, high: bigint, refused: ReadonlySet<string>): string[] {
  for (let number = low; number <= high; number += 1n) {
    for (let text = String(number); isLabelValue(text); text = `0${text}`) {
      if (!refused.has(text)) return [text];
    }
  }
  return [];
}

function fresh(stem: string, refused: ReadonlySet<string>): string[] {
  for (let count = 0; ; count += 1) {
    if (!refused.has(`${stem}-${count}`)) return [`${stem}-${count}`];
  }
}

function greater(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}

function smaller(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}
