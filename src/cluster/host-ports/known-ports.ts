import { memo } from '../../private/memo';
import { PlacedContainer, runningContainersIn } from '../inventory/containers';
import { programOf } from '../inventory/programs';
import type { Workload } from '../inventory/workload';
import { ciliumSetting, Objects, readFlag, ReadSetting, Settings, UNKNOWN, variableOf } from '../network-agents/agent-settings';
import type { HostPortClaim } from '../workload-facts';

/** A port that a program opens on the node whether or not its manifest declares it. */
interface KnownPort {
  readonly port: number;
  /** What it is for. */
  readonly use: string;
  /** TCP where it is absent. */
  readonly protocol?: 'UDP';
  /** The loopback address, where it listens there alone. */
  readonly address?: string;
  /** Whether it is open as the program is configured; where that is not known, it is taken for closed. Absent where it is always open. */
  readonly when?: (setting: Settings) => boolean;
  /** The setting that gives it another number, as `9099` or `127.0.0.1:9099`. */
  readonly numberIn?: string;
}

interface ProgramPorts {
  readonly image: RegExp;
  readonly read: ReadSetting;
  readonly ports: readonly KnownPort[];
}

const LOOPBACK = '127.0.0.1';

/** Whether a setting has one of these values; undefined among them where the program has it so by default. */
const has = (name: string, ...values: ReadonlyArray<string | undefined>) => (setting: Settings): boolean => {
  const value = setting(name);
  return value !== UNKNOWN && values.includes(value?.toLowerCase());
};
const both = (...conditions: ReadonlyArray<NonNullable<KnownPort['when']>>): KnownPort['when'] => setting => conditions.every(
  condition => condition(setting),
);

/**
 * Ports of agents of the network on the host network, with the defaults of their releases of 2026. Manifests declare few of them, and two
 * programs that open one port are both scheduled: the second one restarts for ever.
 */
const PROGRAMS: readonly ProgramPorts[] = [
  {
    image: /(^|\/)(calico\/node|calico-node|mirrored-calico-node)$/, read: variableOf,
    ports: [
      { port: 9099, use: 'the health of Felix', address: LOOPBACK, when: has('FELIX_HEALTHENABLED', 'true'), numberIn: 'FELIX_HEALTHPORT' },
      {
        port: 9091, use: 'the metrics of Felix', when: has(
          'FELIX_PROMETHEUSMETRICSENABLED', 'true',
        ), numberIn: 'FELIX_PROMETHEUSMETRICSPORT',
      },
      { port: 179, use: 'BGP', when: has('CALICO_NETWORKING_BACKEND', 'bird', undefined) },
      { port: 4789, use: 'VXLAN', protocol: 'UDP', when: has('CALICO_NETWORKING_BACKEND', 'vxlan'), numberIn: 'FELIX_VXLANPORT' },
      {
        port: 51820, use: 'WireGuard', protocol: 'UDP', when: has(
          'FELIX_WIREGUARDENABLED', 'true',
        ), numberIn: 'FELIX_WIREGUARDLISTENINGPORT',
      },
    ],
  },
  {
    image: /(^|\/)(calico\/typha|mirrored-calico-typha)$/, read: variableOf, ports: [
      { port: 5473, use: 'Typha', numberIn: 'TYPHA_PORT' },
      { port: 9098, use: 'the health of Typha', address: LOOPBACK, when: has('TYPHA_HEALTHENABLED', 'true'), numberIn: 'TYPHA_HEALTHPORT' },
    ],
  },
  {
    image: /(^|\/)(cilium|cilium\/cilium(-ci)?)$/, read: ciliumSetting,
    ports: [
      { port: 9879, use: 'the health of the Cilium agent', address: LOOPBACK, numberIn: 'agent-health-port' },
      {
        port: 4240, use: 'health checks between nodes', when: has(
          'enable-endpoint-health-checking', 'true', undefined,
        ), numberIn: 'cluster-health-port',
      },
      { port: 4244, use: 'Hubble', when: has('enable-hubble', 'true'), numberIn: 'hubble-listen-address' },
      { port: 9962, use: 'the metrics of the Cilium agent', when: has('prometheus-serve-addr', ':9962') },
      {
        port: 8472, use: 'VXLAN', protocol: 'UDP', numberIn: 'tunnel-port',
        when: both(has('routing-mode', 'tunnel'), has('tunnel-protocol', 'vxlan', undefined)),
      },
      {
        port: 6081, use: 'Geneve', protocol: 'UDP', when: both(
          has('routing-mode', 'tunnel'), has('tunnel-protocol', 'geneve'),
        ), numberIn: 'tunnel-port',
      },
      { port: 51871, use: 'WireGuard', protocol: 'UDP', when: has('enable-wireguard', 'true') },
    ],
  },
  {
    image: /(^|\/)cilium-envoy$/, read: readFlag, ports: [
      { port: 9878, use: 'the health of Envoy', address: LOOPBACK }, { port: 9964, use: 'the metrics of Envoy' },
    ],
  },
  {
    image: /(^|\/)cilium\/operator(-generic|-aws|-azure|-alibabacloud)?$/, read: ciliumSetting,
    ports: [
      { port: 9234, use: 'the health of cilium-operator', address: LOOPBACK, numberIn: 'operator-api-serve-addr' },
      { port: 9963, use: 'the metrics of cilium-operator', when: has('operator-prometheus-serve-addr', ':9963') },
    ],
  },
  {
    image: /(^|\/)kube-proxy(-.*)?$/, read: readFlag, ports: [
      { port: 10249, use: 'the metrics of kube-proxy', address: LOOPBACK, numberIn: 'metrics-bind-address' },
      { port: 10256, use: 'the health of kube-proxy', numberIn: 'healthz-bind-address' },
    ],
  },
  {
    image: /(^|\/)(k8s-dns-node-cache|dns-node-cache)$/, read: readFlag, ports: [
      { port: 9253, use: 'the metrics of CoreDNS' },
      { port: 9353, use: 'the metrics of the node cache', numberIn: 'metrics-listen-address' },
    ],
  },
  {
    image: /(^|\/)metallb\/speaker$/, read: readFlag, ports: [
      { port: 7946, use: 'the member list of MetalLB' }, { port: 7946, use: 'the member list of MetalLB', protocol: 'UDP' },
      { port: 7472, use: 'the metrics of MetalLB', when: has('port', '7472', undefined) },
    ],
  },
  { image: /(^|\/)kube-vip$/, read: variableOf, ports: [{ port: 2112, use: 'the metrics of kube-vip', numberIn: 'prometheus_server' }] },
  {
    image: /(^|\/)kube-router$/, read: readFlag, ports: [
      { port: 20244, use: 'the health of kube-router', numberIn: 'health-port' },
      { port: 179, use: 'BGP', when: has('run-router', 'true', undefined) },
    ],
  },
  {
    image: /(^|\/)amazon-k8s-cni$/, read: variableOf, ports: [
      { port: 61678, use: 'the metrics of the Amazon VPC CNI' },
      { port: 61679, use: 'the introspection of the Amazon VPC CNI', address: LOOPBACK },
    ],
  },
  { image: /(^|\/)antrea-(agent|ubuntu|ubi)([-_].*)?$/, read: readFlag, ports: [{ port: 10350, use: 'the API of the Antrea agent' }] },
];

const ANY = new RegExp(PROGRAMS.map(({ image }) => image.source).join('|'));

/** Ports of the node that the programs of a workload open without declaring them, as far as its configuration is known. */
export function knownPorts(objects: Objects, workload: Workload): readonly HostPortClaim[] {
  if (!workload.facts.hostNetwork) {return [];}
  return programsIn(workload).flatMap(({ program: { read, ports }, placed: { container, name } }) => {
    const setting = (of: string) => read(objects, workload, container, of);
    return ports.filter(({ when }) => when?.(setting) ?? true).flatMap(({ use, protocol = 'TCP', address, ...known }): HostPortClaim[] => {
      const port = numberOf(known, setting);
      return port === undefined
        ? []
        : [{ port, protocol, ...address !== undefined && { address }, by: `container '${name}', ${use}`, container: name, isKnown: true }];
    });
  });
}

const programsIn = memo((workload: Workload): ReadonlyArray<{ readonly program: ProgramPorts; readonly placed: PlacedContainer }> =>
  runningContainersIn(workload).flatMap(placed => {
    const image = programOf(placed.container.image);
    return image === undefined || !ANY.test(image) ? [] : [{ program: PROGRAMS.find(each => each.image.test(image))!, placed }];
  }));

/** The port as it is configured; undefined where that stands somewhere else, or where the program is configured not to listen. */
function numberOf({ port, numberIn }: Pick<KnownPort, 'port' | 'numberIn'>, setting: Settings): number | undefined {
  const given = numberIn === undefined ? undefined : setting(numberIn);
  if (given === undefined) {return port;}
  const number = given === UNKNOWN ? undefined : /(\d+)\D*$/.exec(given)?.[1];
  return number === undefined || number === '0' ? undefined : Number(number);
}
