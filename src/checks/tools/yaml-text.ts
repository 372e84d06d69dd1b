import type * as Yaml from 'yaml';

/**
 * A value as YAML that readers of every version and language take for the same: what could be a number or a sign to one of them is quoted.
 */
export function yamlText(value: unknown): string {
  const { Document, visit } = loadYaml();
  const document = new Document(value, { aliasDuplicateObjects: false, version: '1.1' });
  visit(document, {
    Scalar: (_, node) => {
      if (typeof node.value === 'string' && !/^[A-Za-z]/.test(node.value)) {node.type = 'QUOTE_DOUBLE';}
    },
  });
  return document.toString({ lineWidth: 0 });
}

/** Annotations need none of it. */
function loadYaml(): typeof Yaml {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('yaml');
}
