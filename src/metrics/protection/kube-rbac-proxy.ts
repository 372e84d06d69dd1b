import { Listener, Guard } from './guard';
import { KubeRbacProxyOptions } from './kube-rbac-proxy-options';
import { livenessTiming, openPort, probeTiming, publicAddress } from './unprotected';
import { ApiGrant } from '../../agent/companions/api-grant';
import { AgentFile } from '../../agent/container/agent-file';
import { ContainerSecurity } from '../../agent/container/container-security';
import { Port } from '../../agent/container/port';
import { HttpProbeOptions, Probe } from '../../agent/container/probe';
import { Resources } from '../../agent/container/resources';
import { AgentPlan } from '../../agent/plan/agent-plan';
import { valueOf } from '../../private/default-row';
import { METRICS_DEFAULTS } from '../defaults';
import { FlagGrammar } from '../private/flag-grammar';
import { FlagSet } from '../private/flag-set';

const LOOPBACK = '127.0.0.1';
const CERTIFICATE = '/etc/kube-rbac-proxy';

/** Only whom the API server knows, and allows to read the path, gets through to the exporter, which hides on the loopback address. */
export function behindKubeRbacProxy(listener: Listener, options: KubeRbacProxyOptions): Guard {
  const port = Port.container(`https-${listener.name ?? 'metrics'}`, listener.port);
  const upstream = Port.undeclared(named('upstream', listener), options.upstreamPort ?? listener.port + 1, LOOPBACK);
  return {
    port,
    listenAddress: `${LOOPBACK}:${upstream.containerPort}`,
    insecureHttps: true,
    bearerToken: true,
    contribute: plan => {
      plan.container.addPorts(upstream);
      // on the network of the pod the loopback address is out of the kubelet's reach; the probe of the proxy then asks both
      if (listener.onHostNetwork) {
        const probe = (timing: HttpProbeOptions) => Probe.http(listener.healthPath, upstream, { ...timing, host: LOOPBACK });
        const { cluster } = plan;
        plan.container.addDefaults({ livenessProbe: probe(livenessTiming(cluster)), readinessProbe: probe(probeTiming(cluster)) });
      }
      const flags = proxyFlags(listener, options, upstream);
      flags.findings.forEach(found => plan.addError(found));
      addProxy(plan, listener, options, port, flags.render());
    },
  };
}

function addProxy(plan: AgentPlan, listener: Listener, options: KubeRbacProxyOptions, port: Port, args: string[]): void {
  const health = options.healthPort === undefined
    ? undefined
    : Port.undeclared(named('proxy-health', listener), options.healthPort, '0.0.0.0');
  const secret = options.certificateSecretName;
  const { cluster } = plan;
  const proxy = plan.addContainer({
    name: named('kube-rbac-proxy', listener),
    image: options.image ?? valueOf(METRICS_DEFAULTS.proxyImage, cluster),
    args,
    files: secret === undefined ? [] : ['tls.crt', 'tls.key'].map(key => AgentFile.secret(`${CERTIFICATE}/${key}`, secret, key)),
    grants: ApiGrant.reviewAccess(),
    resources: options.resources ?? Resources.of(valueOf(METRICS_DEFAULTS.proxyResources, cluster)),
    securityContext: ContainerSecurity.nonRoot(valueOf(METRICS_DEFAULTS.proxyUser, cluster)),
    readinessProbe: health === undefined
      ? Probe.http(listener.healthPath, port, { ...probeTiming(cluster), https: true })
      : Probe.http('/healthz', health, { ...probeTiming(cluster), https: true }),
  });
  openPort(proxy, listener, port);
  if (health !== undefined) {proxy.addPorts(health);}
}

/** Tells a proxy of the pod from its others. */
function named(what: string, { name }: Listener): string {
  return name === undefined ? what : `${what}-${name}`;
}

function proxyFlags(listener: Listener, options: KubeRbacProxyOptions, upstream: Port): FlagSet {
  const flags = new FlagSet(grammar(options));
  flags.set('secure-listen-address', publicAddress(listener));
  flags.set('upstream', `http://${LOOPBACK}:${upstream.containerPort}/`);
  if (options.healthPort === undefined) {
    flags.set('ignore-paths', listener.healthPath);
  } else {
    flags.set('proxy-endpoints-port', String(options.healthPort));
  }
  if (options.certificateSecretName !== undefined) {
    flags.set('tls-cert-file', `${CERTIFICATE}/tls.crt`);
    flags.set('tls-private-key-file', `${CERTIFICATE}/tls.key`);
  }
  flags.override(options.args ?? []);
  return flags;
}

/** Most of the proxy's flags may be repeated, and it says itself what it does not know. Only what the pod depends on is for properties. */
function grammar(options: KubeRbacProxyOptions): FlagGrammar {
  const landingPage = 'set `healthPort` too: until then the probe of the proxy needs the landing page of the exporter, and the two flags '
    + 'exclude each other';
  const reserved = new Map([
    ['secure-listen-address', 'use `port` and `listenOnEveryAddress`'],
    ['upstream', 'use `upstreamPort`'],
    ['proxy-endpoints-port', 'use `healthPort`'],
    ['tls-cert-file', 'use `certificateSecretName`'],
    ['tls-private-key-file', 'use `certificateSecretName`'],
    ...options.healthPort === undefined ? ['allow-paths', 'ignore-paths'].map((name): [string, string] => [name, landingPage]) : [],
  ]);
  return { program: 'kube-rbac-proxy', find: name => ({ isRepeatable: true, reserved: reserved.get(name) }), suggest: () => undefined };
}
