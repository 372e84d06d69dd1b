import type { PlacedContainer } from './containers';

/** A text that a program gets from its container. */
export interface ContainerText {
  /** Where it stands. */
  readonly path: string;
  /** What it is, for messages: `an argument`. */
  readonly what: string;
  readonly text: string;
}

/** The words of the command, the arguments and the values of variables of a container, in this order. */
export function textsOf({ container, path }: PlacedContainer): ContainerText[] {
  const texts: Array<readonly [path: string, what: string, text: unknown]> = [
    ...(container.command ?? []).map((text: unknown, index: number) => [`${path}.command[${index}]`, 'the command', text] as const),
    ...(container.args ?? []).map((text: unknown, index: number) => [`${path}.args[${index}]`, 'an argument', text] as const),
    ...(container.env ?? []).map((variable: { readonly name?: unknown; readonly value?: unknown }, index: number) =>
      [`${path}.env[${index}].value`, `the variable ${variable.name}`, variable.value] as const),
  ];
  return texts.flatMap(([place, what, text]) => (typeof text === 'string' ? [{ path: place, what, text }] : []));
}

/** Where a container has its volumes. */
export function mountPathsOf({ container }: PlacedContainer): string[] {
  return (container.volumeMounts ?? []).flatMap(({ mountPath }: { readonly mountPath?: unknown }) =>
    (typeof mountPath === 'string' ? [mountPath] : []));
}
