import { EnvValue } from '../../agent/container/env-value';
import { Finding, finding } from '../../private/finding';
import { Wire } from '../../private/wire';

/** How a program finds a proxy. */
export interface ProxyRules {
  /** The variables that it takes the address of a proxy from. */
  readonly reads: readonly string[];
  /** Variables that other programs read and this one does not. */
  readonly ignores: readonly string[];
  /** Whether it understands `.example.com`, `*.example.com` and `10.0.0.0/8` in NO_PROXY. */
  readonly hasPatterns: boolean;
}

/** A variable that names a proxy, where the program reads none of those that are set. */
export function ignoredProxy(env: readonly Wire[], { reads, ignores }: Pick<ProxyRules, 'reads' | 'ignores'>, program: string): Finding[] {
  const ignored = env.find(({ name }) => ignores.includes(name));
  if (ignored === undefined || env.some(({ name }) => reads.includes(name))) {return [];}
  const allowed = reads.filter(name => name === name.toUpperCase());
  return [finding({
    code: 'invalid-collector-config',
    what: `the proxy would not be used: ${program} does not read this variable`,
    given: ignored.name,
    allowed: allowed.length === 1 ? `${allowed[0]}, for connections with and without TLS` : allowed.join(', '),
    fix: `set ${allowed.join(' and ')} to the same value, or leave the variable out`,
  })];
}

/** What a log agent talks to, which a proxy may not come between. */
export interface Direct {
  /** Names and addresses of the cluster and the node, as the program connects to them; `$(NAME)` stands for a variable. */
  readonly names: readonly string[];
  /** Variables that these names refer to. */
  readonly variables: { readonly [name: string]: EnvValue };
  /** The hosts of the destinations. */
  readonly destinations: readonly string[];
}

type Env = { [name: string]: EnvValue };

/** The variables of a container with a proxy: NO_PROXY, as the user wrote it, also names what must be reached directly. */
export function withNoProxy(env: Env | undefined, rules: ProxyRules | undefined, direct: Direct): Env | undefined {
  if (env === undefined || rules === undefined || !rules.reads.some(name => env[name] !== undefined)) {return env;}
  const name = env.NO_PROXY === undefined && env.no_proxy !== undefined ? 'no_proxy' : 'NO_PROXY';
  const given = env[name];
  // a reference to a ConfigMap cannot be added to
  if (given !== undefined && given.text === undefined) {return env;}
  const entries = (given?.text ?? '').split(',').map(entry => entry.trim()).filter(entry => entry !== '');
  const meant = rules.hasPatterns ? [] : direct.destinations.filter(host => entries.some(entry => matches(entry, host)));
  const added = [...direct.names, ...meant].filter(each => !entries.includes(each));
  const { [name]: _, ...rest } = env;
  return { ...rest, ...direct.variables, [name]: EnvValue.of([...entries, ...new Set(added)].join(',')) };
}

/** Whether a pattern of NO_PROXY, as curl and Go read it, is about a host. */
function matches(entry: string, host: string): boolean {
  const suffix = entry.replace(/^\*/, '');
  return suffix.startsWith('.') && (host.endsWith(suffix) || host === suffix.slice(1));
}
