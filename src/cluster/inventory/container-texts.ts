import type { PlacedContainer } from './containers';

/** A text that a program gets from its container. */
export interface ContainerText {
  /** Where it stands. */
  readonly path: string;
  /** What it is, for messages: `an argument`. */
  readonly what: string;
  readonly text: string;
  /** The variable that has it as its value. */
  readonly variable?: unknown;
}

/** The words of the command, the arguments and the values of variables of a container, in this order. */
export function textsOf({ container, path }: PlacedContainer): ContainerText[] {
  const texts: Array<Omit<ContainerText, 'text'> & { readonly text: unknown }> = [
    ...listed(container.command).map((text, index) => ({ path: `${path}.command[${index}]`, what: 'the command', text })),
    ...listed(container.args).map((text, index) => ({ path: `${path}.args[${index}]`, what: 'an argument', text })),
    ...listed(container.env).map((variable, index) => ({
      path: `${path}.env[${index}].value`, what: `the variable ${variable?.name}`, text: variable?.value, variable: variable?.name,
    })),
  ];
  return texts.filter((each): each is ContainerText => typeof each.text === 'string');
}

function listed(list: unknown): readonly any[] {
  return Array.isArray(list) ? list : [];
}

/** Where a container has its volumes. */
export function mountPathsOf({ container }: PlacedContainer): string[] {
  return (container.volumeMounts ?? []).flatMap(({ mountPath }: { readonly mountPath?: unknown }) =>
    (typeof mountPath === 'string' ? [mountPath] : []));
}
