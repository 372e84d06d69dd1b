import { FELIX_PARAMETERS } from './felix-table';
import { EnvValue } from '../../agent/container/env-value';
import { fail, quote } from '../../private/agent-error';
import { nearest } from '../../private/nearest';

/** What each parameter takes, by its name in capitals. */
const TYPES: ReadonlyMap<string, string> = new Map(FELIX_PARAMETERS.split('\n').map(line => line.split(' ') as [string, string]));

/**
 * Parameters of Felix as the variables that it reads.
 *
 * @throws invalid-network-option
 */
export function felixVariables(parameters: { readonly [name: string]: string }): { [name: string]: EnvValue } {
  return Object.fromEntries(Object.keys(parameters).sort().map(name => {
    const key = name.toUpperCase().replace(/^FELIX_/, '');
    const type = TYPES.get(key) ?? unknown(name, key);
    requireValue(name, parameters[name], type);
    return [`FELIX_${key}`, EnvValue.of(parameters[name])];
  }));
}

function unknown(name: string, key: string): never {
  const meant = nearest(key, TYPES.keys());
  return fail({
    code: 'invalid-network-option', what: 'Felix has no parameter of this name, and would ignore it', given: quote(name), allowed: 'the names of FelixConfiguration',
    fix: meant === undefined ? 'look it up in the reference of Felix' : `did you mean ${meant}?`,
  });
}

/** Felix takes its default for a value that it cannot read, and says so in its log only. */
function requireValue(name: string, value: string, type: string): void {
  const [, kind, range] = /^([\w-]+)(?:\((.*)\))?$/.exec(type)!;
  if (fits(value, kind, range)) {return;}
  fail({
    code: 'invalid-network-option', what: `Felix would ignore this value of ${name}`, given: quote(value), allowed: ALLOWED[kind]?.(range) ?? 'a text', fix: 'correct it, or leave it out',
  });
}

const ALLOWED: { readonly [kind: string]: (range: string | undefined) => string } = {
  bool: () => 'true or false',
  int: range => (range === undefined ? 'a whole number' : `a whole number from ${range.split(',').join(' to ')}`),
  oneof: range => (range ?? '').split(',').join(', '),
  seconds: () => 'a number of seconds',
  millis: () => 'a number of milliseconds',
  portrange: () => 'two ports, such as 32768:60999',
};

function fits(value: string, kind: string, range: string | undefined): boolean {
  if (value.trim() === '') {return false;}
  // sets a parameter to nothing
  if (value.toLowerCase() === 'none') {return true;}
  switch (kind) {
    case 'bool': return /^(true|false)$/i.test(value);
    case 'int': {
      const [least = -Infinity, most = Infinity] = (range ?? '').split(',').filter(bound => bound !== '').map(Number);
      return /^-?\d+$/.test(value) && Number(value) >= least && Number(value) <= most;
    }
    case 'oneof': return (range ?? '').toLowerCase().split(',').includes(value.toLowerCase());
    case 'seconds':
    case 'millis': return /^\d+(\.\d+)?$/.test(value);
    case 'portrange': return /^\d+:\d+$/.test(value);
    default: return !/[\r\n]/.test(value);
  }
}
