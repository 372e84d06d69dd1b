import { containersIn } from '../../cluster/inventory/containers';
import { writtenWorkloads } from '../../cluster/inventory/written-workloads';
import { keyPath } from '../../private/field-path';
import { findingOf, Finding } from '../../private/finding';
import type { Wire } from '../../private/wire';
import { daemonSet } from '../example';
import { Credential, credentialsIn, hasPasswordInUrl, isCredential } from '../facts/credentials';
import type { Rule } from '../rule';

export const secretInConfig: Rule = {
  id: 'secret-in-config',
  level: 'warning',
  summary: 'A credential stands where everyone can read it.',
  looksAt: 'Texts of ConfigMaps, and `env`, `command` and `args` of containers of workloads: what has the form of a private key or of a '
    + 'token that its issuer marks, and literal values under names such as `password` and `api_key`. References such as `${TOKEN}` and '
    + 'names of files are fine.',
  why: 'It stands in Git, in every backup, and in the reach of everyone who may read ConfigMaps or workloads, which the role `view` '
    + 'allows. Encryption at rest and audit rules are set up for Secrets alone. Forms that leave no doubt are an error: from then on the '
    + 'credential is known.',
  fix: 'Withdraw the credential, put the new one into a Secret, and refer to it: `valueFrom.secretKeyRef`, or a file of a secret volume.',
  example: () => ({
    fails: [daemonSet({}, { env: [{ name: 'ELASTIC_PASSWORD', value: 'kingfisher-42' }] })],
    passes: [daemonSet({}, { env: [{ name: 'ELASTIC_PASSWORD', valueFrom: { secretKeyRef: { name: 'elastic', key: 'password' } } }] })],
  }),
  *check(context) {
    for (const about of context.inventory.ofKind('ConfigMap')) {
      for (const [key, text] of Object.entries(about.object.data ?? {})) {
        if (typeof text !== 'string') {continue;}
        const named = !text.includes('\n') && isCredential(key, text) ? [{ name: key, line: 1, isCertain: false }] : [];
        for (const credential of [...named, ...credentialsIn(text)]) {
          yield findingOf(secretInConfig, {
            about, path: keyPath('data', key), given: `${credential.name}, line ${credential.line}`, ...said(credential, 'the ConfigMap'),
          });
        }
      }
    }
    for (const about of writtenWorkloads(context)) {
      for (const { container, name, path } of containersIn(about)) {
        for (const [index, variable] of (container.env ?? []).entries()) {
          const found = inVariable(variable);
          if (found) {
            yield findingOf(secretInConfig, {
              about, path: `${path}.env[${index}].value`, container: name, given: variable.name, ...said(found, 'the variable'),
            });
          }
        }
        for (const field of ['command', 'args']) {
          const list: unknown[] = container[field] ?? [];
          for (const [index, argument] of list.entries()) {
            const found = inArgument(argument, list[index + 1]);
            if (found) {
              yield findingOf(secretInConfig, {
                about, path: `${path}.${field}[${index}]`, container: name, given: found.name, ...said(found, 'the command line'),
              });
            }
          }
        }
      }
    }
  },
};

function said({ isCertain }: Credential, where: string): Pick<Finding, 'what' | 'level'> {
  return {
    what: `${where} holds ${isCertain ? 'a credential' : 'what looks like a credential'}, in clear`, level: isCertain ? 'error' : 'warning',
  };
}

function inVariable({ name, value }: Wire): Credential | undefined {
  if (typeof name !== 'string' || typeof value !== 'string') {return undefined;}
  const certain = credentialsIn(value).find(({ isCertain }) => isCertain);
  return certain ?? (isCredential(name, value) || hasPasswordInUrl(value) ? { name, line: 1, isCertain: false } : undefined);
}

const OF_URL: Credential = { name: 'the password of a URL', line: 1, isCertain: false };

/** `--password=...`, and `--password` with the value as the next argument. */
function inArgument(argument: unknown, next: unknown): Credential | undefined {
  if (typeof argument !== 'string') {return undefined;}
  const certain = credentialsIn(argument).find(({ isCertain }) => isCertain);
  if (certain) {return certain;}
  if (!argument.startsWith('-')) {return hasPasswordInUrl(argument) ? OF_URL : undefined;}
  const [, name, value] = /^--?([\w.-]+)(?:=(.*))?$/s.exec(argument) ?? [];
  const given = value ?? (typeof next === 'string' && !next.startsWith('-') ? next : undefined);
  if (name !== undefined && given !== undefined && isCredential(name, given)) {return { name: `--${name}`, line: 1, isCertain: false };}
  return hasPasswordInUrl(argument) ? OF_URL : undefined;
}
