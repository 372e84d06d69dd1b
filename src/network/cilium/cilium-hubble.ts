import { CiliumCertificates } from './cilium-certificates';
import { CiliumOptions } from './cilium-options';
import { AgentObject } from '../../agent/companions/agent-object';
import { Port } from '../../agent/container/port';
import { Volume } from '../../agent/container/volume';
import { VolumeMount } from '../../agent/container/volume-mount';
import { AgentPlan } from '../../agent/plan/agent-plan';
import { compact } from '../../private/wire';

/** The Secrets that the chart names, and the folders in which the agent looks for them. */
const SERVER = { secret: 'hubble-server-certs', volume: 'hubble-tls', folder: '/var/lib/cilium/tls/hubble' };
const METRICS = { secret: 'hubble-metrics-server-certs', volume: 'hubble-metrics-tls', folder: '/var/lib/cilium/tls/hubble-metrics' };

const METRICS_PORT = 9965;

/** The configuration of Hubble in the agent. */
export function hubbleConfig({ hubble, ipv4 = true }: CiliumOptions): { readonly [key: string]: string } {
  if (hubble === undefined) {return { 'enable-hubble': 'false' };}
  const { listenPort, certificates, metrics, eventBufferCapacity, redactHttp } = hubble;
  return compact({
    'enable-hubble': 'true',
    'hubble-socket-path': '/var/run/cilium/hubble.sock',
    'hubble-network-policy-correlation-enabled': 'true',
    'hubble-event-buffer-capacity': eventBufferCapacity === undefined ? undefined : String(eventBufferCapacity),
    'hubble-prefer-ipv6': ipv4 ? undefined : 'true',
    ...redactHttp && {
      'hubble-redact-enabled': 'true', 'hubble-redact-http-urlquery': 'true', 'hubble-redact-http-userinfo': 'true',
      'hubble-redact-http-headers-deny': '*',
    },
    ...listenPort !== undefined && { 'hubble-listen-address': `:${listenPort}`, ...serverFiles(certificates) },
    ...metrics !== undefined && {
      'hubble-metrics': metrics.enabled.join(' '),
      'hubble-metrics-server': `:${metrics.port ?? METRICS_PORT}`,
      'hubble-metrics-server-enable-tls': String(isProtected(metrics.certificates)),
      'enable-hubble-open-metrics': String(metrics.openMetrics ?? false),
      ...isProtected(metrics.certificates) && {
        'hubble-metrics-server-tls-cert-file': `${METRICS.folder}/server.crt`,
        'hubble-metrics-server-tls-key-file': `${METRICS.folder}/server.key`,
      },
    },
  }) as { [key: string]: string };
}

function serverFiles(certificates: CiliumCertificates | undefined): { readonly [key: string]: string } {
  return isProtected(certificates) ? {
    'hubble-disable-tls': 'false', 'hubble-tls-cert-file': `${SERVER.folder}/server.crt`,
    'hubble-tls-key-file': `${SERVER.folder}/server.key`,
    'hubble-tls-client-ca-files': `${SERVER.folder}/client-ca.crt`,
  } : { 'hubble-disable-tls': 'true' };
}

const isProtected = (certificates: CiliumCertificates | undefined): boolean => certificates !== undefined && certificates.kind !== 'none';

/** What is open on the node. */
export function hubblePorts({ hubble }: CiliumOptions): { readonly server: Port[]; readonly metrics: Port[] } {
  return {
    server: hubble?.listenPort === undefined ? [] : [Port.container('peer-service', hubble.listenPort)],
    metrics: hubble?.metrics === undefined ? [] : [Port.container('hubble-metrics', hubble.metrics.port ?? METRICS_PORT)],
  };
}

/** The certificates, where someone made them: a node gets its network before cert-manager can run. */
export function hubbleMounts({ hubble }: CiliumOptions): VolumeMount[] {
  const mount = (
    { secret, volume, folder }: typeof SERVER, certificates: CiliumCertificates | undefined, withClients: boolean,
  ): VolumeMount[] => {
    const name = certificates?._secret(secret);
    const items = [['tls.crt', 'server.crt'], ['tls.key', 'server.key'], ...withClients ? [['ca.crt', 'client-ca.crt']] : []].map(
      ([key, path]) => ({ key, path }),
    );
    return name === undefined ? [] : [
      VolumeMount.of(
        Volume.raw(volume, { projected: { defaultMode: 0o400, sources: [{ secret: { name, optional: true, items } }] } }),
        folder, { readOnly: true },
      ),
    ];
  };
  return [
    ...hubble?.metrics === undefined ? [] : mount(METRICS, hubble.metrics.certificates, false),
    ...hubble?.listenPort === undefined ? [] : mount(SERVER, hubble.certificates, true),
  ];
}

/** The Service by which Hubble Relay finds the agents, the Certificates, and the monitor of the metrics. */
export function addHubble(plan: AgentPlan, { hubble, clusterName = 'default' }: CiliumOptions): void {
  if (hubble === undefined) {return;}
  const { listenPort, certificates, metrics } = hubble;
  const dnsName = `*.${clusterName.replace(/\./g, '-')}.hubble-grpc.cilium.io`;
  const ownCertificates = [
    listenPort === undefined ? undefined : certificates?._certificate(SERVER.secret, dnsName, plan.namespace),
    metrics?.certificates?._certificate(METRICS.secret, `${clusterName.replace(/\./g, '-')}.hubble-metrics.cilium.io`, plan.namespace),
  ];
  ownCertificates.forEach(certificate => certificate && plan.addObject(certificate));
  if (listenPort !== undefined) {
    plan.addObject(AgentObject.of({
      apiVersion: 'v1', kind: 'Service', name: 'hubble-peer', namespace: plan.namespace,
      fields: {
        spec: {
          selector: { 'k8s-app': 'cilium' }, internalTrafficPolicy: 'Local',
          ports: [{ name: 'peer-service', port: isProtected(certificates) ? 443 : 80, protocol: 'TCP', targetPort: listenPort }],
        },
      },
    }));
  }
  const [port] = hubblePorts({ hubble }).metrics;
  if (port !== undefined) {metrics?.scraping?._contribute(plan, { port, insecureHttps: isProtected(metrics.certificates) || undefined });}
}
