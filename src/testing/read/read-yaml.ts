import { readYaml } from '../../cluster/inventory/read/yaml';
import { entriesOf, Entry, isMap } from '../../private/entry';

/** How the text is named where it cannot be read. */
const NAME = 'the YAML';

/** What the only document of a YAML text says. */
export function parseYaml(text: string): unknown {
  const pieces = [...readYaml(text, NAME)];
  if (pieces.length > 0 && pieces.every(({ isItem }) => isItem)) {return pieces.map(({ value }) => value);}
  if (pieces.length !== 1) {throw new Error(`${NAME} has ${pieces.length} documents, and one is wanted`);}
  return pieces[0].value;
}

/**
 * The objects of a YAML text, as kubectl reads it: several documents, lists such as `kubectl get -o yaml` writes, empty documents passed
 * over.
 */
export function parseManifests(text: string): Entry[] {
  return [...readYaml(text, NAME)].filter(({ value }) => value !== null).flatMap(({ value, line }) => {
    const entries = isMap(value) ? entriesOf(value, { line }) : undefined;
    if (entries === undefined || entries.some(({ apiVersion, kind, object }) => apiVersion === '' || kind === '' || !isMap(object))) {
      const given = entries === undefined ? `a ${Array.isArray(value) ? 'list' : typeof value}` : 'a map without apiVersion or kind';
      throw new Error(`${NAME}:${line}: this is no object of Kubernetes; given: ${given}; fix: pass manifests, as \`cdk8s synth\`, `
        + '`helm template` or `kustomize build` write them');
    }
    return entries;
  });
}
