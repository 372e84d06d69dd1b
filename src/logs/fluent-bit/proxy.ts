import { Finding, finding } from '../../private/finding';
import { Wire } from '../../private/wire';
import { ignoredProxy, ProxyRules } from '../private/proxy';

/** src/flb_config.c: one variable for connections with and without TLS, and exact names in NO_PROXY. */
export const PROXY: ProxyRules = {
  reads: ['HTTP_PROXY', 'http_proxy'], ignores: ['HTTPS_PROXY', 'https_proxy', 'ALL_PROXY', 'all_proxy'], hasPatterns: false,
};

/** Whether variables of the container that name a proxy do what they are meant to do. */
export function checkProxy(env: readonly Wire[], hosts: readonly string[]): Finding[] {
  const find = (names: readonly string[]) => env.find(({ name }) => names.includes(name));
  const proxy = find(PROXY.reads);
  if (proxy === undefined) {return ignoredProxy(env, PROXY, 'Fluent Bit');}
  const exceptions = find(['NO_PROXY', 'no_proxy']);
  if (exceptions?.valueFrom !== undefined) {return [];}
  const exact = new Set(String(exceptions?.value ?? '').split(',').map(entry => entry.trim()));
  const missing = hosts.filter(host => !exact.has(host));
  return missing.length === 0 ? [] : [finding({
    code: 'invalid-collector-config',
    what: 'requests to the Kubernetes API and the kubelet would go through the proxy',
    given: `${proxy.name}, and NO_PROXY ${exceptions === undefined ? 'is missing' : `'${exceptions.value}'`}`,
    allowed: `NO_PROXY with the exact names ${missing.join(', ')}: Fluent Bit takes no suffixes and networks there`,
    fix: 'set the proxy with `env` of the agent, which adds them, or add them where you set it',
  })];
}
