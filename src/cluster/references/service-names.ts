import { contentsOf } from './content-place';
import { describeEntry, namespaceFor } from '../../private/entry';
import type { CheckContext } from '../inventory/check-context';
import { containersIn } from '../inventory/containers';
import type { Workload } from '../inventory/workload';

/** The name of a Service, as a workload uses it. */
export interface UsedService {
  readonly name: string;
  /** Where it stands: `args[0] of the container 'agent'`. */
  readonly place: string;
}

/**
 * The first name of a Service that a workload uses: in its containers, or in the ConfigMaps that they read. Undefined where it uses none.
 */
export function serviceNameIn({ inventory }: Pick<CheckContext, 'inventory'>, workload: Workload): UsedService | undefined {
  const namespace = namespaceFor(workload);
  const isService = (name: string) => inventory.find('Service', '', ...placeOf(name, namespace)) !== undefined;
  for (const { container, name: of } of containersIn(workload)) {
    for (const field of ['command', 'args', 'env'] as const) {
      for (const [index, word] of (container[field] ?? []).entries()) {
        const name = nameIn(field === 'env' ? word.value : word, isService);
        if (name !== undefined) {return { name, place: `${field}[${index}] of the container '${of}'` };}
      }
    }
  }
  for (const { kind, name: of } of contentsOf(workload)) {
    const found = kind === 'ConfigMap' ? inventory.find('ConfigMap', '', of, namespace) : undefined;
    for (const [key, text] of Object.entries(found?.object.data ?? {})) {
      const name = nameIn(text, isService);
      if (name !== undefined) {return { name, place: `${key} of ${describeEntry(found!)}` };}
    }
  }
  return undefined;
}

/** `name`, `name.namespace` or `name.namespace.svc...`. */
function placeOf(name: string, own: string | undefined): [name: string, namespace: string | undefined] {
  const [first, namespace] = name.split('.');
  return [first, namespace ?? own];
}

/** Hosts in URLs, and in front of ports. */
const HOSTS = /\/\/(?:[^@/\s]*@)?([a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)|(?<![\w.$({/-])([a-z0-9](?:[a-z0-9.-]*[a-z0-9])?):\d{2,5}(?!\w)/g;

/** Names that only the DNS of the cluster knows, whatever is around them. */
const QUALIFIED = /(?<![\w.-])[a-z0-9][a-z0-9-]*\.[a-z0-9][a-z0-9-]*\.svc(?![\w-])/;

function nameIn(text: unknown, isService: (name: string) => boolean): string | undefined {
  if (typeof text !== 'string') {return undefined;}
  const qualified = QUALIFIED.exec(text)?.[0];
  if (qualified !== undefined) {return qualified;}
  for (const [, ofUrl, ofPort] of text.matchAll(HOSTS)) {
    const name = ofUrl ?? ofPort;
    if (name.split('.').length <= 2 && (name === 'kubernetes.default' || isService(name))) {return name;}
  }
  return undefined;
}
