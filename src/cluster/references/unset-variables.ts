import type { Wire } from '../../private/wire';
import { containersIn } from '../inventory/containers';
import { writtenWorkloads } from '../inventory/written-workloads';
import type { CheckContext } from '../inventory/check-context';
import { FindingKind, findingOf, ObjectFinding } from '../../private/finding';

/** What such findings have in common. */
export const UNSET_VARIABLE: FindingKind = {
  id: 'unset-variable',
  level: 'error',
  fix: 'Add the variable to `env`, before those that refer to it, or write `$$(NAME)` for the text itself.',
};

/** Variables that commands and other variables refer to, and the container does not have. */
export function* unsetVariables(context: CheckContext): Generator<ObjectFinding> {
  for (const workload of writtenWorkloads(context)) {
    for (const placed of containersIn(workload)) {
      const { container, name } = placed;
      if (!isWithReferences(container) || (container.envFrom ?? []).length > 0) {continue;}
      const env: Wire[] = container.env ?? [];
      const all = new Set(env.map(variable => variable.name));
      const unsetIn = function* (text: unknown, known: ReadonlySet<string>, at: () => string) {
        for (const variable of referencesIn(text)) {
          if (known.has(variable) || isOfService(variable)) {continue;}
          const isLater = all.has(variable);
          yield findingOf(UNSET_VARIABLE, {
            about: workload, path: `${placed.path}.${at()}`, container: name, given: `$(${variable})`,
            what: isLater ? 'the variable stands after the one that refers to it, and is not known there' : 'the container has no such variable, so the text stays as it is',
          });
        }
      };
      const before = new Set<string>();
      for (const [index, { name: variable, value }] of env.entries()) {
        yield* unsetIn(value, before, () => `env[${index}].value`);
        before.add(variable);
      }
      for (const field of ['command', 'args']) {
        for (const [index, text] of (container[field] ?? []).entries()) {yield* unsetIn(text, all, () => `${field}[${index}]`);}
      }
    }
  }
}

function isWithReferences({ env, command, args }: Wire): boolean {
  return env?.some(({ value }: Wire) => isReferring(value)) || command?.some(isReferring) || args?.some(isReferring);
}

function isReferring(text: unknown): boolean {
  return typeof text === 'string' && text.includes('$(');
}

function referencesIn(text: unknown): string[] {
  if (typeof text !== 'string' || !isReferring(text) || /\s/.test(text)) {return [];}
  // two dollar signs are one that is meant as it stands
  return [...text.matchAll(/\$\$|\$\(([A-Z][A-Z0-9_]+)\)/g)].flatMap(([, name]) => name ?? []);
}

/** Kubernetes adds variables for the Services that were there before the pod. */
function isOfService(variable: string): boolean {
  return /_SERVICE_(HOST|PORT)(_\w+)?$|_PORT(_\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)?$/.test(variable);
}
