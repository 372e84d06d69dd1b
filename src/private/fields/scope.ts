import { parseScopes } from './parse-table';
import { SCOPE_TABLE } from './scope-table';

let scopes: ReadonlyMap<string, boolean> | undefined;

/** Whether objects of a kind have no namespace; undefined for kinds that Kubernetes itself does not have, such as custom resources. */
export function isClusterScoped(apiVersion: string, kind: string): boolean | undefined {
  scopes ??= parseScopes(SCOPE_TABLE);
  const slash = apiVersion.indexOf('/');
  return scopes.get(`${slash < 0 ? 'core' : apiVersion.slice(0, slash)}/${kind}`);
}
