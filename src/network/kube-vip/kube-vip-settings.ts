import { KUBE_VIP_DEFAULTS } from './defaults';
import { KubeVipAddressFamily } from './kube-vip-address-family';
import { requireLease, requireLeaseTimes, requireVirtualAddress, VirtualAddress } from './kube-vip-input';
import { KubeVipLogLevel } from './kube-vip-log-level';
import { KubeVipMode } from './kube-vip-mode';
import { KubeVipProps } from './kube-vip-props';
import { moreVariables } from './kube-vip-variables';
import { EnvValue } from '../../agent/container/env-value';
import { PodField } from '../../agent/container/pod-field';
import type { TargetCluster } from '../../agent/target-cluster';
import { fail, quote } from '../../private/agent-error';
import { fixedValue, valueOf } from '../../private/default-row';
import { isQualifiedName } from '../../private/names';
import { isWholeNumber } from '../../private/whole-number';
import { requireInterface } from '../private/interface-name';
import { LOOPBACK } from '../private/reachable-metrics';

/** What kube-vip is made of. */
export interface KubeVipSettings {
  readonly controlPlane: boolean;
  readonly services: boolean;
  readonly hasElection: boolean;
  readonly env: { readonly [name: string]: EnvValue };
}

/** Where the metrics are. */
export interface MetricsPlace {
  readonly port: number;
  readonly onEveryAddress: boolean;
}

/** Levels of the package slog. */
const LEVELS: { readonly [level in KubeVipLogLevel]: number } = { debug: -4, info: 0, warn: 4, error: 8 };

/**
 * @throws invalid-network-option
 * @throws invalid-name
 */
export function kubeVipSettings(given: KubeVipProps, metrics: MetricsPlace, namespace: string, cluster: TargetCluster): KubeVipSettings {
  const { controlPlane = given.address !== undefined, announceServices: services = false, mode = KubeVipMode.arp() } = given;
  requireDuty(given, controlPlane, services);
  if (services) {requireOwnLease(given, controlPlane);} else {requireNoServices(given);}
  const hasElection = mode.kind === 'arp' || given.leaderElection !== undefined;
  const own: { readonly [name: string]: string } = {
    ...interfaces(given),
    ...controlPlane && controlPlaneVariables(given, namespace, cluster),
    ...services && servicesVariables(given, namespace),
    ...hasElection && electionVariables(given),
    ...given.logLevel !== undefined && { vip_loglevel: String(LEVELS[given.logLevel]) },
    prometheus_server: `${metrics.onEveryAddress ? '' : LOOPBACK}:${metrics.port}`,
  };
  const typed = { ...values(own), vip_nodename: EnvValue.field(PodField.NODE_NAME), ...mode._env };
  return { controlPlane, services, hasElection, env: { ...typed, ...moreVariables(given.extraEnv ?? {}, Object.keys(typed)) } };
}

function refuse(what: string, given: string, fix: string): never {
  return fail({
    code: 'invalid-network-option', what, given, allowed: 'an `address` of the control plane, `announceServices: true`, or both', fix,
  });
}

function requireDuty({ address }: KubeVipProps, controlPlane: boolean, services: boolean): void {
  if (!controlPlane && !services) {
    refuse(
      'kube-vip has nothing to announce, and ends at its start', 'neither a control plane nor Services',
      "give `address: '192.0.2.10'`, or `announceServices: true`",
    );
  }
  if (controlPlane && address === undefined) {
    refuse(
      'kube-vip does not know the address of the control plane', 'no `address`',
      "give `address: '192.0.2.10'`, or leave `controlPlane` out",
    );
  }
  if (!controlPlane && address !== undefined) {
    refuse('`address` has no effect', 'controlPlane: false', 'leave one of them out: addresses of Services are those of the Services');
  }
}

function requireNoServices({ servicesLeaseName, servicesElection, loadBalancerClass, servicesInterfaceName }: KubeVipProps): void {
  const options = Object.entries({ servicesLeaseName, servicesElection, loadBalancerClass, servicesInterfaceName });
  const [unused] = options.find(([, value]) => value !== undefined && value !== false) ?? [];
  if (unused !== undefined) {
    refuse(`\`${unused}\` has no effect`, 'no `announceServices: true`', `set \`announceServices: true\`, or leave \`${unused}\` out`);
  }
}

function requireOwnLease({ leaderElection, servicesLeaseName }: KubeVipProps, controlPlane: boolean): void {
  const { lease, servicesLease } = fixedValue(KUBE_VIP_DEFAULTS.election);
  const name = servicesLeaseName ?? servicesLease;
  if (controlPlane && (leaderElection?.leaseName ?? lease) === name) {
    refuse(
      'one Lease cannot decide on the address of the control plane and on those of Services',
      `leaseName and servicesLeaseName: ${quote(name)}`, 'leave one of the names out',
    );
  }
}

function interfaces({ interfaceName, servicesInterfaceName }: KubeVipProps): { [name: string]: string } {
  return {
    ...interfaceName !== undefined && { vip_interface: requireInterface(interfaceName, 'interfaceName') },
    ...servicesInterfaceName !== undefined && { vip_servicesinterface: requireInterface(servicesInterfaceName, 'servicesInterfaceName') },
  };
}

function controlPlaneVariables(given: KubeVipProps, namespace: string, cluster: TargetCluster): { [name: string]: string } {
  const address = requireVirtualAddress(given.address!);
  const port = given.port ?? valueOf(KUBE_VIP_DEFAULTS.port, cluster);
  if (!isWholeNumber(port, 1, 65535)) {
    fail({
      code: 'invalid-network-option', what: 'API servers cannot listen on this port', given: `port: ${port}`,
      allowed: 'a whole number from 1 to 65535', fix: 'leave it out for 6443',
    });
  }
  if (given.addressFamily !== undefined && !address.isName) {
    fail({
      code: 'invalid-network-option', what: '`addressFamily` has no effect', given: `address: ${quote(address.text)}`,
      allowed: 'a DNS name as `address`', fix: 'leave it out',
    });
  }
  return {
    address: address.text,
    port: String(port),
    cp_enable: 'true',
    cp_namespace: namespace,
    ...address.isName && { dns_mode: given.addressFamily ?? KubeVipAddressFamily.FIRST },
    ...given.prefixLength !== undefined && { vip_subnet: requirePrefix(given.prefixLength, address) },
  };
}

function requirePrefix(prefixLength: number, { text, isName }: VirtualAddress): string {
  const most = text.includes(':') ? 128 : 32;
  if (isName || text.includes(',') || !isWholeNumber(prefixLength, 1, most)) {
    fail({
      code: 'invalid-network-option', what: 'the address cannot have a prefix of this length',
      given: `prefixLength: ${prefixLength} of ${quote(text)}`,
      allowed: `1 to ${most}, for a single address that is no DNS name`, fix: 'leave it out for the address alone',
    });
  }
  return String(prefixLength);
}

function servicesVariables({ servicesLeaseName, servicesElection, loadBalancerClass }: KubeVipProps, namespace: string): {
  [name: string]: string;
} {
  if (loadBalancerClass !== undefined && !isQualifiedName(loadBalancerClass)) {
    fail({
      code: 'invalid-network-option', what: 'no Service can have this class', given: `loadBalancerClass: ${quote(loadBalancerClass)}`,
      allowed: 'a name in the form of a label key: example.com/kube-vip', fix: 'correct it, or leave it out',
    });
  }
  return {
    svc_enable: 'true',
    svc_leasename: requireLease(
      servicesLeaseName ?? fixedValue(KUBE_VIP_DEFAULTS.election).servicesLease, 'the Lease for the addresses of Services',
    ),
    cp_namespace: namespace,
    ...servicesElection && { svc_election: 'true' },
    ...loadBalancerClass !== undefined && { lb_class_name: loadBalancerClass, lb_class_only: 'true' },
  };
}

function electionVariables({ leaderElection = {} }: KubeVipProps): { [name: string]: string } {
  const { lease, servicesLease: _, ...usual } = fixedValue(KUBE_VIP_DEFAULTS.election);
  const { leaseDuration, renewDeadline, retryPeriod } = requireLeaseTimes(leaderElection, usual);
  return {
    vip_leaderelection: 'true',
    vip_leasename: requireLease(leaderElection.leaseName ?? lease, 'the Lease for the address of the control plane'),
    vip_leaseduration: String(leaseDuration),
    vip_renewdeadline: String(renewDeadline),
    vip_retryperiod: String(retryPeriod),
  };
}

function values(texts: { readonly [name: string]: string }): { [name: string]: EnvValue } {
  return Object.fromEntries(Object.entries(texts).map(([name, value]) => [name, EnvValue.of(value)]));
}
