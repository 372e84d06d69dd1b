import { hostText } from '../../private/address';

/** What the configuration of the cache follows from. */
export interface CorefileOptions {
  /** The addresses that the cache listens on; the first answers health checks. */
  readonly addresses: readonly string[];
  readonly clusterDomain: string;
  /** Name servers for everything outside of the cluster. */
  readonly upstreamServers: readonly string[];
  readonly stubDomains: { readonly [domain: string]: readonly string[] };
  readonly metricsPort: number;
  readonly healthPort: number;
  readonly extraConfig?: string;
}

/** node-cache puts the address of the upstream Service here when it starts. */
const CLUSTER_DNS = '__PILLAR__CLUSTER__DNS__';

/** Reverse look-ups of the addresses of pods and Services are answered by the cluster too. */
const REVERSE = ['in-addr.arpa', 'ip6.arpa'];

/** The configuration in the language of CoreDNS, as a template of node-cache: each zone is cached, and forwarded to whoever knows it. */
export function corefile(options: CorefileOptions): string {
  const { addresses, clusterDomain, upstreamServers, stubDomains, healthPort, extraConfig } = options;
  // answers of the cluster change often and are asked for often; TCP, so that a node needs no entry of connection tracking for each
  // question
  const inCluster = [`forward . ${CLUSTER_DNS} {`, '  force_tcp', '}'];
  const blocks = [
    block(`${clusterDomain}:53`, options, ['cache {', '  success 9984 30', '  denial 9984 5', '}'], [
      ...inCluster, `health ${hostPort(addresses[0], healthPort)}`,
    ]),
    ...REVERSE.map(zone => block(`${zone}:53`, options, ['cache 30'], inCluster)),
    ...Object.keys(stubDomains).sort().map(zone => block(`${zone}:53`, options, ['cache 30'], [
      `forward . ${stubDomains[zone].join(' ')}`,
    ])),
    block('.:53', options, ['cache 30'], [`forward . ${upstreamServers.join(' ')}`]),
    ...extraConfig === undefined ? [] : [extraConfig.endsWith('\n') ? extraConfig : `${extraConfig}\n`],
  ];
  return blocks.join('');
}

function block(zone: string, { addresses, metricsPort }: CorefileOptions, cache: readonly string[], forward: readonly string[]): string {
  const lines = ['errors', ...cache, 'reload', 'loop', `bind ${addresses.join(' ')}`, ...forward, `prometheus :${metricsPort}`];
  return `${zone} {\n${lines.map(line => `  ${line}\n`).join('')}}\n`;
}

function hostPort(address: string, port: number): string {
  return `${hostText(address)}:${port}`;
}
