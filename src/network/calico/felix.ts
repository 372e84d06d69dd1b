import { FELIX_PARAMETERS, FELIX_PATCHES } from './felix-table';
import { refusedValue } from './felix-value';
import { fail, quote } from '../../private/agent-error';
import { nearest } from '../../private/nearest';
import type { Release } from '../private/release-range';

/** What a parameter takes. */
export interface FelixParameter {
  readonly type: string;
  readonly isNonZero: boolean;
  /** The first patch release of its minor that has it. */
  readonly since: number;
}

/** The parameters of each minor, by their names in capitals. */
const PARAMETERS: ReadonlyMap<string, ReadonlyMap<string, FelixParameter>> = new Map([...FELIX_PARAMETERS].map(([minor, table]) => [
  minor, new Map(table.trim().split('\n').map(line => {
    const [name, type, zero] = line.split(' ');
    return [name, { type, isNonZero: zero !== undefined, since: FELIX_PATCHES.get(minor)?.get(name) ?? 0 }];
  })),
]));

/** The parameters of a release, by their names in capitals. */
export function felixParameters({ minor, patch }: Release): ReadonlyMap<string, FelixParameter> {
  return new Map([...PARAMETERS.get(minor)!].filter(([, { since }]) => since <= patch));
}

/** The variable of a parameter. */
export function felixVariable(name: string): string {
  return `FELIX_${name.toUpperCase().replace(/^FELIX_/, '')}`;
}

/**
 * Parameters of Felix as the variables that it reads.
 *
 * @throws invalid-network-option
 */
export function felixVariables(parameters: { readonly [name: string]: string }, release: Release): { [name: string]: string } {
  const variables = new Map<string, string>();
  for (const name of Object.keys(parameters).sort()) {
    const variable = felixVariable(name);
    requireParameter(name, variable, parameters[name], release);
    if (variables.has(variable)) {
      fail({
        code: 'invalid-network-option', what: 'a parameter of Felix is set twice, since the case of its name does not matter',
        given: quote(name), allowed: 'each parameter once',
        fix: 'remove one of them',
      });
    }
    variables.set(variable, parameters[name]);
  }
  requireTyphaCredentials(variables);
  return Object.fromEntries(variables);
}

/** Felix ends where it knows some of the files and names with which it and Typha prove who they are, and not all. */
function requireTyphaCredentials(variables: ReadonlyMap<string, string>): void {
  const files = ['FELIX_TYPHACAFILE', 'FELIX_TYPHACERTFILE', 'FELIX_TYPHAKEYFILE'];
  const names = ['FELIX_TYPHACN', 'FELIX_TYPHAURISAN'];
  const given = [...files, ...names].filter(name => variables.has(name));
  const missing = files.filter(name => !variables.has(name));
  if (given.length === 0 || (missing.length === 0 && names.some(name => variables.has(name)))) {return;}
  fail({
    code: 'invalid-network-option', what: 'Felix ends where it has some of the credentials for Typha, and not all', given: given.join(', '),
    allowed: 'typhaCAFile, typhaCertFile, typhaKeyFile, and typhaCN or typhaURISAN',
    fix: `add ${missing.concat(missing.length === 0 ? [names[0]] : []).join(', ')}, or remove them`,
  });
}

/**
 * Felix ignores what it does not know, and takes its default for a value that it cannot read: it says so in its log only.
 *
 * @throws invalid-network-option
 */
export function requireParameter(given: string, variable: string, value: string | undefined, release: Release): void {
  const name = variable.replace(/^FELIX_/, '');
  const parameter = PARAMETERS.get(release.minor)!.get(name);
  if (parameter === undefined || parameter.since > release.patch) {return unknown(given, name, release);}
  const allowed = value === undefined ? undefined : refusedValue(value, parameter.type, parameter.isNonZero);
  if (allowed !== undefined) {
    fail({
      code: 'invalid-network-option', what: `Felix would not take this value of ${given}`, given: quote(value ?? ''), allowed,
      fix: 'correct it, or leave it out',
    });
  }
}

function unknown(given: string, name: string, release: Release): never {
  const meant = nearest(name, felixParameters(release).keys());
  const other = [...PARAMETERS].find(([, parameters]) => parameters.has(name));
  const reference = meant === undefined ? 'look it up in the reference of Felix' : `did you mean ${meant}?`;
  return fail({
    code: 'invalid-network-option', what: `Felix ${release.text} has no parameter of this name, and would ignore it`, given: quote(given),
    allowed: 'the names of FelixConfiguration',
    fix: other === undefined ? reference : `it is one of ${other[0]}.${other[1].get(name)!.since}: leave it out, or use that release`,
  });
}
