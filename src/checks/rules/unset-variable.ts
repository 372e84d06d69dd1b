import type { Wire } from '../../private/wire';
import { daemonSet } from '../example';
import { containersIn } from '../facts/containers';
import { writtenWorkloads } from '../facts/written-workloads';
import type { Rule } from '../rule';

export const unsetVariable: Rule = {
  id: 'unset-variable',
  level: 'error',
  summary: 'A container refers to an environment variable that it does not have.',
  looksAt: '`$(NAME)` in `command`, `args` and `env` of containers of workloads that take no variables from elsewhere. Texts with blanks are left out: a shell reads '
    + '`$(...)` in another way.',
  why: 'Kubernetes leaves a reference that it cannot resolve as it stands: the program gets the text `$(NODE_NAME)`. In `env` only variables that stand before count. HOSTNAME is set '
    + 'by the container runtime, which is too late.',
  fix: 'Add the variable to `env`, before those that refer to it, or write `$$(NAME)` for the text itself.',
  sameAs: ['undefined-variable'],
  example: () => ({
    fails: [daemonSet({}, { args: ['--node=$(NODE_NAME)'] })],
    passes: [daemonSet({}, { args: ['--node=$(NODE_NAME)'], env: [{ name: 'NODE_NAME', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } }] })],
  }),
  check: (context, report) => {
    for (const workload of writtenWorkloads(context)) {
      for (const placed of containersIn(workload)) {
        const { container, name } = placed;
        if (!isWithReferences(container) || (container.envFrom ?? []).length > 0) {continue;}
        const env: Wire[] = container.env ?? [];
        const all = new Set(env.map(variable => variable.name));
        const say = (text: unknown, known: ReadonlySet<string>, at: string) => {
          for (const variable of referencesIn(text)) {
            if (known.has(variable) || isOfService(variable)) {continue;}
            const isLater = all.has(variable);
            report({
              about: workload, path: `${placed.path}.${at}`, container: name, given: `$(${variable})`,
              what: isLater ? 'the variable stands after the one that refers to it, and is not known there' : 'the container has no such variable, so the text stays as it is',
            });
          }
        };
        const before = new Set<string>();
        env.forEach(({ name: variable, value }, index) => {
          say(value, before, `env[${index}].value`);
          before.add(variable);
        });
        for (const field of ['command', 'args']) {
          (container[field] ?? []).forEach((text: unknown, index: number) => say(text, all, `${field}[${index}]`));
        }
      }
    }
  },
};

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
