/** What an option takes. Told by its shape: classes are others in a second copy of the package. */
export interface Shape {
  /** Whether it takes several. */
  readonly many?: 'list' | 'map';
  readonly type: string;
  /** What each value has; absent for texts. */
  readonly member?: string;
  /** How one is made. */
  readonly make: string;
}

const TEXTS: Shape = { many: 'list', type: 'texts', make: "each in quotes: '8080'" };
const PROBE: Shape = { type: 'a Probe', member: '_toWire', make: 'Probe.http(path, port)' };
const HOOK: Shape = { type: 'a LifecycleHook', member: '_toWire', make: 'LifecycleHook.exec([...])' };
const CONTAINERS: Shape = { many: 'list', type: 'containers', member: 'name', make: "{ name: 'other', image: '...' }" };

/** Options of a container whose values plain JavaScript could give in another form. */
export const CONTAINER_SHAPES = {
  args: TEXTS,
  command: TEXTS,
  env: { many: 'map', type: 'EnvValue', member: '_toWire', make: "EnvValue.of('...')" },
  envFrom: { many: 'list', type: 'EnvSource', member: '_toWire', make: 'EnvSource.configMap(name)' },
  files: { many: 'list', type: 'AgentFile', member: '_source', make: 'AgentFile.text(path, content)' },
  grants: { many: 'list', type: 'ApiGrant', member: '_rule', make: 'ApiGrant.clusterWide(resources, verbs)' },
  hostPaths: { many: 'list', type: 'HostPath', member: 'isState', make: "HostPath.readOnly('/var/log')" },
  livenessProbe: PROBE,
  ports: { many: 'list', type: 'Port', member: 'containerPort', make: "Port.container('http', 8080)" },
  postStart: HOOK,
  preStop: HOOK,
  readinessProbe: PROBE,
  resources: { type: 'Resources', member: '_toWire', make: "Resources.of({ cpu: '50m' })" },
  securityContext: { type: 'a ContainerSecurity', member: '_toWire', make: 'ContainerSecurity.nonRoot(65534)' },
  startupProbe: PROBE,
  volumeMounts: { many: 'list', type: 'VolumeMount', member: '_toWire', make: 'VolumeMount.of(volume, path)' },
} as const satisfies { [option: string]: Shape };

/** The same of the pod and the workload. */
export const AGENT_SHAPES = {
  containers: CONTAINERS,
  dns: { type: 'a Dns', member: '_toWire', make: 'Dns.cluster()' },
  features: { many: 'list', type: 'features', member: 'contribute', make: '{ contribute(plan) { ... } }' },
  hostNamespaces: { many: 'list', type: 'HostNamespace', member: 'reason', make: 'HostNamespace.network(reason)' },
  identity: { type: 'an AgentIdentity', member: '_selectorLabels', make: 'AgentIdentity.standard(application)' },
  imagePullSecrets: TEXTS,
  initContainers: CONTAINERS,
  monitors: { many: 'list', type: 'PrometheusMonitor', member: '_options', make: 'PrometheusMonitor.podMonitor(port)' },
  networkPolicies: { many: 'list', type: 'AgentNetworkPolicy', member: '_toWire', make: 'AgentNetworkPolicy.of({ ... })' },
  nodes: { type: 'a NodeCoverage', member: '_selection', make: 'NodeCoverage.linux()' },
  podSecurityContext: { type: 'a PodSecurityContext', member: '_toWire', make: 'PodSecurityContext.runtimeDefault()' },
  priority: { type: 'a Priority', member: '_preempts', make: 'Priority.systemNodeCritical()' },
  rollout: { type: 'a Rollout', member: '_toWire', make: 'Rollout.percent(10)' },
  serviceAccount: { type: 'an AgentServiceAccount', member: '_always', make: 'AgentServiceAccount.named(name)' },
  services: { many: 'list', type: 'AgentService', member: '_toWire', make: 'AgentService.headless(ports)' },
  sidecars: CONTAINERS,
  terminationGracePeriod: { type: 'a Duration', member: 'toSeconds', make: 'Duration.seconds(30)' },
} as const satisfies { [option: string]: Shape };

/** Whether a value, or each of several, has the shape. Runs over all that is given, so it makes nothing. */
export function hasShape(value: any, { many, member }: Shape): boolean {
  if (many === undefined) {return isOne(value, member);}
  if (many === 'map') {
    if (!isMap(value)) {return false;}
    for (const key in value) {
      if (!isOne(value[key], member)) {return false;}
    }
    return true;
  }
  if (!Array.isArray(value)) {return false;}
  for (const each of value) {
    if (!isOne(each, member)) {return false;}
  }
  return true;
}

/** The first value that is wrong: all of them, where they are no list. */
export function firstWrong(value: any, { many, member }: Shape): unknown {
  const isSeveral = many === 'list' ? Array.isArray(value) : many === 'map' && isMap(value);
  return isSeveral ? Object.values(value).find(each => !isOne(each, member)) : value;
}

/** Keys of an object. The entries of a Map, or those of a list, have no names there. */
function isMap(value: any): boolean {
  return typeof value === 'object' && value !== null && !(Symbol.iterator in value);
}

function isOne(value: any, member: string | undefined): boolean {
  return member === undefined ? typeof value === 'string' : typeof value === 'object' && value !== null && member in value;
}
