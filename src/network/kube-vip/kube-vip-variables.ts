import { EnvValue } from '../../agent/container/env-value';
import { fail, quote } from '../../private/agent-error';
import { nearest } from '../../private/nearest';

/**
 * The variables that kube-vip 1.2 reads, by what it reads them as: pkg/kubevip/config_environment.go. `debounce_time` is among its names,
 * and is not read.
 */
const SWITCHES = [
  'bgp_attach_ip_to_interface', 'bgp_enable', 'bgp_multihop', 'cp_detect', 'cp_enable', 'disable_service_updates', 'egress_clean',
  'egress_enableinternalsnat', 'egress_withnftables', 'enable_endpoints', 'enable_node_labeling', 'enable_service_security',
  'enable_upnp', 'lb_class_legacy_handling', 'lb_class_only', 'lb_enable', 'per_service_election_on_demand', 'svc_election',
  'svc_enable', 'vip_allow_interface_not_up', 'vip_arp', 'vip_cleanroutingtable', 'vip_ddns', 'vip_interfaceloglobal',
  'vip_leaderelection', 'vip_loseleadership', 'vip_preserve_on_leadership_loss', 'vip_routingtable', 'vip_singlenode', 'vip_skipdad',
  'vip_startleader', 'vip_wireguard', 'zebra_enable',
];
const NUMBERS = [
  'backend_health_check_interval', 'bgp_as', 'bgp_hold_time', 'bgp_keepalive_interval', 'bgp_peeras',
  'control_plane_health_check_failure_threshold', 'control_plane_health_check_period_seconds',
  'control_plane_health_check_timeout_seconds', 'dhcp_backoff_attempts', 'health_check_port', 'vip_arpRate', 'vip_leaseduration',
  'vip_loglevel', 'vip_loseleadership_timeout_seconds', 'vip_renewdeadline', 'vip_retryperiod', 'vip_routingprotocol',
  'vip_routingtableid', 'vip_routingtabletype', 'zebra_version',
];
const PORTS = ['lb_port', 'port'];
const TEXTS = [
  'address', 'annotation', 'bgp_peeraddress', 'bgp_peerpass', 'bgp_peers', 'bgp_routerid', 'bgp_routerinterface', 'bgp_sourceif',
  'bgp_sourceip', 'config_file', 'control_plane_health_check_address', 'control_plane_health_check_ca_path', 'cp_namespace', 'dhcp_mode',
  'dns_mode', 'egress_podcidr', 'egress_servicecidr', 'instance_name', 'iptables_backend', 'k8s_config_file', 'kubernetes_addr',
  'lb_class_name', 'lb_fwdmethod', 'mirror_dest_interface', 'mpbgp_ipv4', 'mpbgp_ipv6', 'mpbgp_nexthop', 'prometheus_server',
  'svc_leasename', 'svc_namespace', 'vip_address', 'vip_interface', 'vip_leaseannotations', 'vip_leasename', 'vip_nodename',
  'vip_servicesinterface', 'vip_subnet', 'zebra_software_name', 'zebra_url',
];

/** What kube-vip reads a variable as. */
export type KubeVipVariable = 'switch' | 'number' | 'port' | 'text';

/** All variables by their names. */
export const KUBE_VIP_VARIABLES: ReadonlyMap<string, KubeVipVariable> = new Map([
  ...SWITCHES.map(name => [name, 'switch'] as const), ...NUMBERS.map(name => [name, 'number'] as const),
  ...PORTS.map(name => [name, 'port'] as const), ...TEXTS.map(name => [name, 'text'] as const),
]);

const ALLOWED: { readonly [kind in KubeVipVariable]: string } = {
  switch: 'true or false', number: 'a whole number', port: 'a port, 1 to 65535', text: 'a text that is not empty',
};

/**
 * Variables of a user, which kube-vip would ignore where it does not know them, and end at where it cannot read them.
 *
 * @param own those that other options write
 * @throws invalid-network-option
 */
export function moreVariables(given: { readonly [name: string]: string }, own: Iterable<string>): { [name: string]: EnvValue } {
  const written = new Set(own);
  return Object.fromEntries(Object.keys(given).sort().map(name => {
    const kind = KUBE_VIP_VARIABLES.get(name) ?? unknown(name);
    if (written.has(name)) {
      fail({
        code: 'invalid-network-option', what: `the variable ${name} follows from other options of KubeVip`,
        given: `extraEnv: ${quote(name)}`, allowed: 'variables that no option writes',
        fix: 'use the option, or `env` where it must be another value',
      });
    }
    if (!fits(given[name], kind)) {
      fail({
        code: 'invalid-network-option', what: `kube-vip cannot read this value of ${name}`, given: quote(given[name]),
        allowed: ALLOWED[kind], fix: 'correct it, or leave it out',
      });
    }
    return [name, EnvValue.of(given[name])];
  }));
}

function unknown(name: string): never {
  const meant = nearest(name, KUBE_VIP_VARIABLES.keys());
  return fail({
    code: 'invalid-network-option', what: 'kube-vip reads no variable of this name, and would ignore it', given: `extraEnv: ${quote(name)}`,
    allowed: 'the variables of kube-vip 1.2',
    fix: meant === undefined ? 'look it up in the reference of kube-vip' : `did you mean ${meant}?`,
  });
}

function fits(value: string, kind: KubeVipVariable): boolean {
  switch (kind) {
    case 'switch': return /^(true|false)$/.test(value);
    case 'number': return /^-?\d{1,10}$/.test(value);
    case 'port': return /^\d{1,5}$/.test(value) && Number(value) >= 1 && Number(value) <= 65535;
    default: return value !== '';
  }
}
