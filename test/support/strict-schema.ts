import { checkFields, definitionOfKind } from '../../src/private/fields/fields';

/**
 * What an API server of the given minor would refuse in an object for its fields alone, one line each.
 * Kinds outside the table, such as custom resources, have no findings.
 */
export function strictFindings(object: any, minor: number): string[] {
  const definition = definitionOfKind(object?.apiVersion, object?.kind);
  if (definition === undefined) return [];
  const name = [object.kind, ...object.metadata?.name === undefined ? [] : [object.metadata.name]].join(' ');
  return checkFields(definition, object, { minor, aspects: ['names', 'types', 'words', 'keys', 'required'] })
    .map(({ code, path, what }) => `${name}: ${[path, code, what].filter((part) => part !== '').join(': ')}`);
}
