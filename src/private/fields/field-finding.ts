import type { FieldType } from './parse-table';

export type FieldFindingKind = 'unknown-field' | 'wrong-type' | 'too-new' | 'gone' | 'duplicate-key' | 'missing-field';

/** What is wrong with one field of a manifest, as data. */
export interface FieldFinding {
  readonly kind: FieldFindingKind;
  /** Where it stands, in the spelling of the manifest: `spec.template.spec.containers[0].image`. Empty for the object itself. */
  readonly path: string;
  /** The field's own name, as written. Empty for the object itself. */
  readonly field: string;
  /** The definition the field belongs to, or was looked for in. */
  readonly definition: string;
  /** A known field with nearly the same name. */
  readonly suggestion?: string;
  /** The first minor that has the field. */
  readonly since?: number;
  /** The last minor that has it. */
  readonly until?: number;
  readonly expected?: string;
  readonly given?: string;
  /** The earlier list item with the same keys. */
  readonly repeats?: string;
}

/** A type in words: `integer`, `list of Container`, `map of quantity`. */
export function describeType(type: FieldType): string {
  switch (type.kind) {
    case 'list':
    case 'map':
      return `${type.kind} of ${describeType(type.of)}`;
    case 'definition':
      return type.definition;
    default:
      return type.kind;
  }
}

/** The finding as one line that begins with its path. */
export function describeFinding(finding: FieldFinding): string {
  return [...finding.path === '' ? [] : [finding.path], sentence(finding)].join(': ');
}

function sentence(finding: FieldFinding): string {
  const { definition, field } = finding;
  switch (finding.kind) {
    case 'unknown-field': {
      const hint = finding.suggestion === undefined ? '' : `, did you mean ${finding.suggestion}?`;
      return `${definition} has no field ${field}${hint}`;
    }
    case 'wrong-type':
      return `expected ${finding.expected}, given ${finding.given}`;
    case 'too-new':
      return `${definition} has ${field} since Kubernetes 1.${finding.since}`;
    case 'gone':
      return `${definition} had ${field} until Kubernetes 1.${finding.until}`;
    case 'duplicate-key':
      return `${finding.given} stands already in ${finding.repeats}`;
    case 'missing-field':
      return `${definition} requires ${field} (${finding.expected})`;
  }
}
