import { FindingKind, findingOf, ObjectFinding } from '../../private/finding';
import type { Wire } from '../../private/wire';
import type { CheckContext } from '../inventory/check-context';
import { containersIn } from '../inventory/containers';
import { writtenWorkloads } from '../inventory/written-workloads';

/** What such findings have in common. */
export const UNSET_VARIABLE: FindingKind = {
  id: 'unset-variable',
  level: 'error',
  fix: 'Add the variable to `env`, before those that refer to it, or write `$$(NAME)` for the text itself.',
};

/** Variables that commands and other variables refer to, and the container does not have. */
export function* unsetVariables(context: CheckContext): Generator<ObjectFinding> {
  for (const workload of writtenWorkloads(context)) {
    const isOfAgent = context.own?.knowledgeOf(workload) !== undefined;
    for (const placed of containersIn(workload)) {
      const { container, name } = placed;
      if (!isWithReferences(container) || (container.envFrom ?? []).length > 0) {continue;}
      const env: Wire[] = container.env ?? [];
      const all = new Set(env.map(variable => variable.name));
      const unsetIn = function* (text: unknown, known: ReadonlySet<string>, at: () => string) {
        for (const variable of referencesIn(text, isOfAgent)) {
          if (known.has(variable) || isOfService(variable)) {continue;}
          const isLater = all.has(variable);
          yield findingOf(UNSET_VARIABLE, {
            about: workload, path: `${placed.path}.${at()}`, container: name, given: `$(${variable})`,
            what: isLater
              ? 'the variable stands after the one that refers to it, and is not known there'
              : 'the container has no such variable, so the text stays as it is',
          });
        }
      };
      const before = new Set<string>();
      for (const [index, { name: variable, value }] of env.entries()) {
        yield* unsetIn(value, before, () => `env[${index}].value`);
        before.add(variable);
      }
      let previous: unknown;
      for (const field of ['command', 'args']) {
        for (const [index, text] of (container[field] ?? []).entries()) {
          if (!isBeforeScript(previous)) {yield* unsetIn(text, all, () => `${field}[${index}]`);}
          previous = text;
        }
      }
      for (const [
        index, { subPathExpr },
      ] of (container.volumeMounts ?? []).entries()) {yield* unsetIn(subPathExpr, all, () => `volumeMounts[${index}].subPathExpr`);}
    }
  }
}

function isWithReferences({ env, command, args, volumeMounts }: Wire): boolean {
  return env?.some(({ value }: Wire) => isReferring(value)) || command?.some(isReferring) || args?.some(isReferring)
    || volumeMounts?.some(({ subPathExpr }: Wire) => isReferring(subPathExpr));
}

/**
 * In the script of a shell `$(...)` runs a command, and Kubernetes leaves it alone. The option may be the end of `command`, and the script
 * the first of `args`.
 */
function isBeforeScript(word: unknown): boolean {
  return typeof word === 'string' && /^-[a-z]*c$/.test(word);
}

function isReferring(text: unknown): boolean {
  return typeof text === 'string' && text.includes('$(');
}

/**
 * Names in `$(NAME)`. Two dollar signs are one that is meant as it stands.
 *
 * @param isOfAgent whether it is no script: others write those too, with blanks and with names of variables of their own
 */
function referencesIn(text: unknown, isOfAgent: boolean): string[] {
  if (typeof text !== 'string' || !isReferring(text) || !isOfAgent && /\s/.test(text)) {return [];}
  const names = [
    ...text.matchAll(isOfAgent ? /\$\$|\$\(([A-Z_][A-Z0-9_]*)\)/g : /\$\$|\$\(([A-Z][A-Z0-9_]+)\)/g),
  ].flatMap(([, name]) => name ?? []);
  return names.length > 1 ? [...new Set(names)] : names;
}

/** Kubernetes adds variables for the Services that were there before the pod. */
function isOfService(variable: string): boolean {
  return /_SERVICE_(HOST|PORT)(_\w+)?$|_PORT(_\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)?$/.test(variable);
}
