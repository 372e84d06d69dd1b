import { FLANNEL_DEFAULTS } from './defaults';
import { FlannelBackend } from './flannel-backend';
import { FlannelOptions } from './flannel-options';
import { ApiGrant } from '../../agent/companions/api-grant';
import { AgentFile } from '../../agent/container/agent-file';
import { Capability } from '../../agent/container/capability';
import { ContainerSecurity } from '../../agent/container/container-security';
import { EnvValue } from '../../agent/container/env-value';
import { HostPath } from '../../agent/container/host-path';
import { PodField } from '../../agent/container/pod-field';
import { Port, Protocol } from '../../agent/container/port';
import { Probe } from '../../agent/container/probe';
import { Resources } from '../../agent/container/resources';
import { isAddress } from '../../private/address';
import { fail, quote } from '../../private/agent-error';
import { fixedValue, valueOf } from '../../private/default-row';
import { probeTimes } from '../../private/probe-times';
import { compact } from '../../private/wire';
import { CniInstallStep } from '../cni-install-step';
import { requireCidr } from '../private/cidr';
import { CniPlace, CniProgram, ConfiguredCni } from '../private/cni-program';
import { requireInterface } from '../private/interface-name';
import { ReleaseRange, requireRelease } from '../private/release-range';

const APPLICATION = 'flannel';
const CONFIGURATION = '/etc/kube-flannel/net-conf.json';

/** `/readyz` came with 0.28.9; before it, `/healthz` is all there is. */
const READINESS_SINCE = 9;

const CNI_CONFIGURATION = {
  name: 'cbr0',
  cniVersion: '0.3.1',
  plugins: [
    { type: 'flannel', delegate: { hairpinMode: true, isDefaultGateway: true } },
    { type: 'portmap', capabilities: { portMappings: true } },
  ],
};

/** flannel: a simple overlay network, without network policies. */
export function flannel(options: FlannelOptions): CniProgram {
  const range: ReleaseRange = { program: 'flannel', minors: ['0.28'], standard: fixedValue(FLANNEL_DEFAULTS.version) };
  const release = requireRelease(options.version, options.image, range);
  const images = fixedValue(FLANNEL_DEFAULTS.images);
  const image = options.image ?? `${images.daemon}:v${release.text}`;
  const networks = networkConfiguration(options);
  return {
    application: APPLICATION,
    image,
    hostNetwork: 'it sets up the interfaces and routes of the node',
    configure: place => configure(
      options, { image, pluginImage: options.pluginImage ?? images.plugin, networks, patch: release.patch }, place,
    ),
  };
}

interface FlannelParts {
  readonly image: string;
  readonly pluginImage: string;
  readonly networks: string;
  readonly patch: number;
}

function configure(options: FlannelOptions, { image, pluginImage, networks, patch }: FlannelParts, { cluster }: CniPlace): ConfiguredCni {
  const tunnel = (options.backend ?? FlannelBackend.vxlan())._tunnelPort;
  const health = Port.container('healthz', options.healthPort ?? valueOf(FLANNEL_DEFAULTS.healthPort, cluster));
  return {
    container: {
      containerName: 'kube-flannel',
      command: ['/opt/bin/flanneld'],
      args: args(options, health),
      env: {
        POD_NAME: EnvValue.field(PodField.POD_NAME),
        POD_NAMESPACE: EnvValue.field(PodField.POD_NAMESPACE),
        EVENT_QUEUE_DEPTH: EnvValue.of('5000'),
        CONT_WHEN_CACHE_NOT_READY: EnvValue.of('false'),
      },
      ports: [health, ...tunnel === undefined ? [] : [Port.undeclared('vxlan', tunnel, '0.0.0.0', { protocol: Protocol.UDP })]],
      // the CNI plugin on the node reads what flannel writes there
      hostPaths: [HostPath.state('/run/flannel'), HostPath.readWrite('/run/xtables.lock')],
      resources: Resources.of(valueOf(FLANNEL_DEFAULTS.resources, cluster)),
      securityContext: ContainerSecurity.of({
        capabilities: [
          Capability.add('NET_ADMIN', 'sets up interfaces, routes and rules of the firewall'),
          Capability.add('NET_RAW', 'writes rules of the firewall with iptables'),
        ],
        privileged: false,
      }),
      livenessProbe: Probe.http('/healthz', health, probeTimes({ initialDelaySeconds: 10, periodSeconds: 30 })),
      readinessProbe: Probe.http(patch >= READINESS_SINCE ? '/readyz' : '/healthz', health, probeTimes({ initialDelaySeconds: 5 })),
      grants: [
        ApiGrant.clusterWide(['pods'], ['get']),
        ApiGrant.clusterWide(['nodes'], ['get', 'list', 'watch']),
        ApiGrant.clusterWide(['nodes/status'], ['patch']),
      ],
    },
    files: [AgentFile.text(CONFIGURATION, networks)],
    install: [
      CniInstallStep.copyPrograms('install-cni-plugin', pluginImage, ['/flannel']),
      ...options.writesCniConfiguration ?? true
        ? [CniInstallStep.writeConfiguration('install-cni', image, '10-flannel.conflist', json(CNI_CONFIGURATION))] : [],
    ],
  };
}

function args({ masquerade = true, interfaces = [], interfaceReaching }: FlannelOptions, health: Port): string[] {
  if (interfaceReaching !== undefined && !isAddress(interfaceReaching)) {
    fail({
      code: 'invalid-network-option', what: '`interfaceReaching` is an address that the interface reaches', given: quote(interfaceReaching),
      allowed: 'an IP address',
      fix: 'name interfaces in `interfaces`',
    });
  }
  return [
    ...masquerade ? ['--ip-masq'] : [],
    '--kube-subnet-mgr',
    `--healthz-port=${health.containerPort}`,
    ...interfaces.map(name => `--iface=${isAddress(name) ? name : requireInterface(name, 'interfaces')}`),
    ...interfaceReaching === undefined ? [] : [`--iface-can-reach=${interfaceReaching}`],
  ];
}

/** `net-conf.json`: which addresses pods have, and how packets travel. */
function networkConfiguration(options: FlannelOptions): string {
  const { ipv4 = true, ipv6PodCidr, nftables = false, backend = FlannelBackend.vxlan() } = options;
  if (!ipv4 && (ipv6PodCidr === undefined || options.podCidr !== undefined)) {
    fail({
      code: 'invalid-cidr', what: 'pods without IPv4 addresses need IPv6 addresses, and those alone',
      given: `ipv4: false, podCidr: ${options.podCidr ?? 'none'}`,
      allowed: '`ipv6PodCidr` without `podCidr`', fix: 'give `ipv6PodCidr`, or leave `ipv4` out',
    });
  }
  return json(compact({
    Network: ipv4 ? podRange(options.podCidr ?? fixedValue(FLANNEL_DEFAULTS.podCidr), false) : undefined,
    EnableIPv4: ipv4 ? undefined : false,
    EnableIPv6: ipv6PodCidr === undefined ? undefined : true,
    IPv6Network: ipv6PodCidr === undefined ? undefined : podRange(ipv6PodCidr, true),
    EnableNFTables: nftables,
    Backend: backend._toWire(),
  }));
}

function podRange(text: string, isIpv6: boolean): string {
  const range = requireCidr(text, 'the addresses of pods');
  if (range.isIpv6 !== isIpv6) {
    fail({
      code: 'invalid-cidr', what: `\`${isIpv6 ? 'ipv6PodCidr' : 'podCidr'}\` is of the other IP family`, given: quote(text),
      allowed: isIpv6 ? 'IPv6' : 'IPv4',
      fix: `give it as \`${isIpv6 ? 'podCidr' : 'ipv6PodCidr'}\``,
    });
  }
  return range.text;
}

function json(value: object): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
