import { RenderContext } from './render-context';
import { quote } from '../../private/agent-error';
import { isEnvName } from '../../private/names';
import { byText, sortedEntries, Wire } from '../../private/wire';
import { AgentContainer } from '../container/agent-container';
import { EnvValue } from '../container/env-value';
import { PodField } from '../container/pod-field';

/**
 * The environment of a container: by name, but a variable after those that its value refers to, because Kubernetes expands `$(NAME)`
 * only from what stands above it.
 */
export function renderEnv(container: AgentContainer, context: RenderContext): Wire[] {
  const values = new Map<string, EnvValue>(sortedEntries(container._props.env));
  const given = new Set(values.keys());
  for (const [name, value] of container._contributedEnv) {
    const before = values.get(name);
    if (before === undefined) {
      values.set(name, value);
    } else if (!given.has(name) && JSON.stringify(before._toWire()) !== JSON.stringify(value._toWire())) {
      context.report({
        ...context.placeOf(container, 'env'), code: 'conflicting-env',
        what: `two features set the variable ${name} of the container ${quote(container.name)}`,
        given: `${JSON.stringify(before._toWire())} and ${JSON.stringify(value._toWire())}`,
        fix: 'set it in `env`: what you give wins over features',
      });
    }
  }
  for (const [name, value] of values) {checkVariable(name, value, container, context);}
  return written(values);
}

/** The same with other variables laid upon it: the container itself was looked through before. */
export function renderEnvWith(container: AgentContainer, others: { readonly [name: string]: EnvValue }, context: RenderContext): Wire[] {
  for (const [name, value] of sortedEntries(others)) {checkVariable(name, value, container, context);}
  return written(new Map(sortedEntries({ ...container.env, ...others })));
}

function written(values: Map<string, EnvValue>): Wire[] {
  return inOrderOfReference(values).map(name => ({ name, ...values.get(name)!._toWire() }));
}

function checkVariable(name: string, value: EnvValue, container: AgentContainer, context: RenderContext): void {
  // from 1.32 on API servers take any printable name
  if (!(context.minor >= 32 ? /^[ -<>-~]+$/.test(name) : isEnvName(name))) {
    context.report({
      ...context.placeOf(container, 'env'), code: 'invalid-name',
      what: `the container ${quote(container.name)} cannot have this variable`,
      given: quote(name),
      allowed: 'letters, digits, `_`, `-` and `.`, not a digit first',
      fix: 'rename the variable',
    });
  }
  if (value.podField === PodField.HOST_IPS) {
    context.needs('EnvVarSource.fieldRef: status.hostIPs', `the variable ${name}`, context.placeOf(container, 'env'));
  }
}

/** `$(NAME)` in a text; `$$(NAME)` is an escape and refers to nothing. */
function referencesIn(text: string): string[] {
  if (!text.includes('$(')) {return [];}
  return [...text.matchAll(/(?<!\$)(\$*)\$\(([^()]+)\)/g)].filter(([, escapes]) => escapes.length % 2 === 0).map(([, , name]) => name);
}

function inOrderOfReference(values: Map<string, EnvValue>): string[] {
  const ordered: string[] = [];
  const done = new Set<string>();
  const visit = (name: string) => {
    if (done.has(name) || !values.has(name)) {return;}
    done.add(name);
    referencesIn(values.get(name)!.text ?? '').sort(byText).forEach(visit);
    ordered.push(name);
  };
  [...values.keys()].sort(byText).forEach(visit);
  return ordered;
}
