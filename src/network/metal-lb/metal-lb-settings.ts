import { METAL_LB_DEFAULTS } from './defaults';
import { MetalLbBgp } from './metal-lb-bgp';
import { MetalLbLogLevel } from './metal-lb-log-level';
import { MetalLbProps } from './metal-lb-props';
import type { TargetCluster } from '../../agent/target-cluster';
import { MetricsScraping } from '../../presets/metrics-scraping';
import { fail, quote } from '../../private/agent-error';
import { fixedValue, valueOf } from '../../private/default-row';
import { isQualifiedName } from '../../private/names';
import { re2Problem } from '../../private/re2';
import { isWholeNumber } from '../../private/whole-number';
import { requireRelease } from '../private/release-range';

/** What MetalLB is made of, with defaults filled in. */
export interface MetalLbSettings {
  readonly images: { readonly speaker: string; readonly controller: string };
  readonly namespace: string;
  readonly bgp: MetalLbBgp;
  readonly excludedInterfaces: readonly string[];
  readonly memberlist: boolean;
  /** The Secret with the key of the gossip. */
  readonly memberlistSecret: string;
  readonly memberlistPort: number;
  readonly metricsPort: number;
  readonly healthPort: number;
  readonly scraping: MetricsScraping;
  /** Flags that both programs take. */
  readonly flags: readonly string[];
}

/**
 * @param name the name of the agent
 * @throws unknown-network-version
 * @throws invalid-network-option
 */
export function metalLbSettings(given: MetalLbProps, name: string, cluster: TargetCluster): MetalLbSettings {
  const standard = fixedValue(METAL_LB_DEFAULTS.version);
  const release = requireRelease(given.version, undefined, {
    program: 'MetalLB', minors: ['0.16'], standard, otherwise: 'upgrade cdk8s-node-agents',
  });
  const repository = given.repository ?? valueOf(METAL_LB_DEFAULTS.repository, cluster);
  const ports = valueOf(METAL_LB_DEFAULTS.ports, cluster);
  const { memberlistPort = ports.memberlist, metricsPort = ports.metrics, healthPort = ports.health } = given;
  requirePorts({ memberlistPort, metricsPort, healthPort });
  const { loadBalancerClass, logLevel = MetalLbLogLevel.INFO } = given;
  requireClass(loadBalancerClass);
  return {
    images: { speaker: `${repository}/speaker:v${release.text}`, controller: `${repository}/controller:v${release.text}` },
    namespace: given.namespace ?? valueOf(METAL_LB_DEFAULTS.namespace, cluster),
    bgp: given.bgp ?? MetalLbBgp.native(),
    excludedInterfaces: requirePatterns(given.excludedInterfaces ?? valueOf(METAL_LB_DEFAULTS.excludedInterfaces, cluster)),
    memberlist: given.memberlist ?? valueOf(METAL_LB_DEFAULTS.memberlist, cluster),
    memberlistSecret: `${name}-memberlist`,
    memberlistPort,
    metricsPort,
    healthPort,
    scraping: given.scraping ?? MetricsScraping[valueOf(METAL_LB_DEFAULTS.scraping, cluster)](),
    flags: [
      `--port=${metricsPort}`,
      `--log-level=${logLevel}`,
      ...healthPort === ports.health ? [] : [`--health-probe-port=${healthPort}`],
      ...loadBalancerClass === undefined ? [] : [`--lb-class=${loadBalancerClass}`],
    ],
  };
}

function requirePorts(ports: { readonly [option: string]: number }): void {
  const entries = Object.entries(ports);
  entries.forEach(([option, port], at) => {
    if (!isWholeNumber(port, 1, 65535)) {
      fail({
        code: 'invalid-network-option', what: `\`${option}\` of MetalLB is not a port`, given: String(port),
        allowed: 'a whole number from 1 to 65535', fix: 'leave it out for the default',
      });
    }
    const [same] = entries.slice(0, at).find(([, other]) => other === port) ?? [];
    if (same !== undefined) {
      fail({
        code: 'invalid-network-option', what: 'two servers of the speaker cannot listen on one port',
        given: `\`${same}\` and \`${option}\`: ${port}`, allowed: 'a port of its own for each',
        fix: 'leave one of them out for the default',
      });
    }
  });
}

function requireClass(loadBalancerClass: string | undefined): void {
  if (loadBalancerClass === undefined || isQualifiedName(loadBalancerClass)) {return;}
  fail({
    code: 'invalid-network-option', what: 'no Service can have this class', given: `loadBalancerClass: ${quote(loadBalancerClass)}`,
    allowed: 'a name in the form of a label key: example.com/metallb', fix: 'correct it, or leave it out for Services without a class',
  });
}

/** The speaker puts them together to one expression, and ends where that is none. */
function requirePatterns(patterns: readonly string[]): readonly string[] {
  for (const pattern of patterns) {
    const problem = pattern === '' ? 'it matches every interface' : re2Problem(pattern);
    if (problem !== undefined) {
      fail({
        code: 'invalid-network-option', what: `the speaker cannot exclude interfaces by this expression: ${problem}`,
        given: `excludedInterfaces: ${quote(pattern)}`,
        allowed: 'regular expressions (RE2) of names of interfaces: ^veth.*', fix: 'correct it',
      });
    }
  }
  return patterns;
}
