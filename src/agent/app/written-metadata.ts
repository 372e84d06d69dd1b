import type { ApiObject } from 'cdk8s';

/** What tells objects of one kind apart. */
export interface WrittenName {
  readonly name: string;
  readonly namespace?: string;
}

/** The name and namespace of an object as they are written: patches can change both. */
export function writtenName(object: ApiObject): WrittenName {
  const { patches } = object as unknown as { readonly patches?: readonly object[] };
  if (patches?.length) {
    try {
      return object.toJson().metadata ?? {};
    } catch {
      // a patch that cannot be applied is reported by itself
    }
  }
  return { name: object.name, namespace: object.metadata.namespace };
}
