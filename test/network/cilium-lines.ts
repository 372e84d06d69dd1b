/**
 * What a set of manifests makes of Cilium, a line for each fact: keys of cilium-config, containers with their mounts, ports, variables,
 * capabilities and probes, rights
 * of each workload, and further objects. The chart and the library are compared by it.
 */
export function ciliumLines(objects: readonly any[]): string[] {
  const lines = objects.flatMap(object => {
    switch (object.kind) {
      case 'ConfigMap': return configLines(object);
      case 'DaemonSet': case 'Deployment': return workloadLines(object);
      case 'Service': return [
        `service ${object.metadata.name} ${object.spec.ports.map((port: any) => `${port.port}>${port.targetPort}`).join(' ')}`,
      ];
      case 'Certificate': return [`certificate ${object.metadata.name} ${JSON.stringify(sorted(object.spec))}`];
      default: return [];
    }
  });
  return [...new Set([...lines, ...rightLines(objects)])].sort();
}

/** What the second has and the first has not, and the other way round. */
export function differenceOf(before: readonly string[], after: readonly string[]): {
  readonly removed: string[]; readonly added: string[];
} {
  return { removed: before.filter(line => !after.includes(line)), added: after.filter(line => !before.includes(line)) };
}

function configLines({ metadata: { name }, data }: any): string[] {
  if (name === 'cilium-config') {return Object.entries(data).map(([key, value]) => `config ${key}=${value}`);}
  const bootstrap = data?.['bootstrap-config.json'];
  return bootstrap === undefined ? [] : [`envoy bootstrap ${JSON.stringify(sorted(JSON.parse(bootstrap)))}`];
}

/** `agent`, `envoy` or `operator`; undefined for other workloads. */
function roleOf(name: string): string | undefined {
  return ({ 'cilium': 'agent', 'cilium-envoy': 'envoy', 'cilium-operator': 'operator' } as { [name: string]: string })[name];
}

function workloadLines({ metadata, spec }: any): string[] {
  const role = roleOf(metadata.name);
  if (role === undefined) {return [];}
  const pod = spec.template.spec;
  return [
    ...spec.replicas === undefined ? [] : [`${role} replicas ${spec.replicas}`],
    ...spec.updateStrategy?.rollingUpdate?.maxUnavailable === undefined
      ? []
      : [`${role} maxUnavailable ${spec.updateStrategy.rollingUpdate.maxUnavailable}`],
    `${role} hostNetwork ${pod.hostNetwork}`, `${role} priority ${pod.priorityClassName}`,
    `${role} grace ${pod.terminationGracePeriodSeconds ?? 30}`,
    ...(pod.tolerations ?? []).map((each: any) => `${role} toleration ${each.key ?? '*'} ${each.operator ?? 'Equal'} `
      + `${each.effect ?? '*'}`),
    ...Object.entries(pod.securityContext ?? {}).map(([field, value]) => `${role} ${field} ${JSON.stringify(value)}`),
    ...['k8s-app', 'io.cilium/app'].filter(label => spec.template.metadata.labels?.[label]).map(label => `${role} label `
      + `${label}=${spec.template.metadata.labels[label]}`),
    ...[
      ...pod.initContainers ?? [], ...pod.containers,
    ].flatMap((container: any) => containerLines(container, pod.volumes ?? []).map(line => `${role} `
      + `${container.name} ${line}`)),
  ];
}

const TOKEN = '/var/run/secrets/kubernetes.io/serviceaccount';

function containerLines(container: any, volumes: readonly any[]): string[] {
  const {
    command = [], args = [], env = [], ports = [], volumeMounts = [],
    securityContext: { privileged = false, capabilities = {}, seLinuxOptions } = {} as any,
  } = container;
  return [
    'runs',
    // what a shell runs is written in other words
    .../bash$/.test(command[0] ?? '') ? [] : [`runs ${[...command, ...args].join(' ')}`],
    ...env.map(({ name, value, valueFrom }: any) => `env ${name} ${value ?? JSON.stringify(sorted(valueFrom))}`),
    ...ports.map(({ containerPort, protocol = 'TCP' }: any) => `port ${containerPort}/${protocol}`),
    ...volumeMounts.filter(({ mountPath }: any) => mountPath !== TOKEN)
      .map(({ mountPath, name, readOnly = false, mountPropagation = 'None' }: any) =>
        `mount ${mountPath.replace(/\/$/, '')} ${volumeText(volumes.find(each => each.name === name))} ${readOnly ? 'ro' : 'rw'} `
          + `${mountPropagation}`),
    ...privileged ? ['privileged'] : [],
    ...(capabilities.add ?? []).map((name: string) => `cap ${name}`),
    ...(capabilities.drop ?? []).map((name: string) => `drop ${name}`),
    ...seLinuxOptions === undefined ? [] : [`seLinux ${seLinuxOptions.type} ${seLinuxOptions.level}`],
    ...['startupProbe', 'livenessProbe', 'readinessProbe'].filter(probe => container[probe]).map(probe => `${probe} `
      + `${probeText(container[probe])}`),
    ...['preStop', 'postStart'].filter(hook => container.lifecycle?.[hook]).map(hook => `${hook} `
      + `${container.lifecycle[hook].exec.command[0]}`),
  ];
}

function volumeText(volume: any): string {
  const { hostPath, emptyDir, configMap, secret, projected } = volume;
  if (hostPath !== undefined) {return `${hostPath.path}:${hostPath.type ?? ''}`;}
  if (emptyDir !== undefined) {return 'emptyDir';}
  if (configMap !== undefined) {return 'configMap';}
  return secret === undefined ? `projected ${JSON.stringify(projected.sources.map(sorted))}` : `secret ${secret.secretName}`;
}

function probeText({ httpGet, timeoutSeconds = 1, periodSeconds = 10, failureThreshold = 3, initialDelaySeconds = 0 }: any): string {
  const headers = (httpGet.httpHeaders ?? []).map(({ name, value }: any) => `${name}=${value}`).sort().join(',');
  return `${httpGet.host}${httpGet.path} ${headers} timeout ${timeoutSeconds} period ${periodSeconds} failures ${failureThreshold} delay `
    + `${initialDelaySeconds}`;
}

/** What each workload may do: a line for each verb on each resource. */
function rightLines(objects: readonly any[]): string[] {
  const accounts = new Map<string, string>();
  objects.filter(({ kind, metadata }) => /^(DaemonSet|Deployment)$/.test(kind) && roleOf(metadata.name) !== undefined)
    .forEach(({ metadata, spec }) => accounts.set(spec.template.spec.serviceAccountName, roleOf(metadata.name)!));
  return objects.filter(({ kind }) => /^(Cluster)?RoleBinding$/.test(kind)).flatMap(binding => {
    const role = objects.find(({ kind, metadata }) => kind === binding.roleRef.kind && metadata.name === binding.roleRef.name
      && metadata.namespace === binding.metadata.namespace)
      ?? objects.find(({ kind, metadata }) => kind === binding.roleRef.kind && metadata.name === binding.roleRef.name);
    const where = binding.kind === 'RoleBinding' ? ` in ${binding.metadata.namespace}` : '';
    return (binding.subjects
      ?? []).flatMap(({ name }: any) => accounts.get(name) ?? []).flatMap((who: string) => (role?.rules ?? []).flatMap((rule: any) =>
      rightsOf(rule).map(right => `${who} may ${right}${where}`)));
  });
}

function rightsOf({ apiGroups = [], resources = [], verbs = [], resourceNames = ['*'] }: any): string[] {
  return apiGroups.flatMap((group: string) => resources.flatMap((resource: string) => verbs.flatMap((verb: string) =>
    resourceNames.map((name: string) => `${verb} ${resource}.${group} ${name}`))));
}

function sorted(value: any): any {
  if (Array.isArray(value)) {return value.map(sorted);}
  if (value === null || typeof value !== 'object') {return value;}
  return Object.fromEntries(Object.keys(value).sort().filter(key => !(key === 'apiVersion' && value[key] === 'v1')).map(
    key => [key, sorted(value[key])],
  ));
}
