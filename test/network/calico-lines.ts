/**
 * What the objects of a Calico do, as lines: which containers run, with which variables, mounts, probes and privileges, and who may do
 * what. test/network/facts/ calico-manifests.json has the same lines of the manifests of Calico.
 */
export function linesOf(objects: readonly any[]): Set<string> {
  const lines = objects.flatMap(object => {
    switch (object.kind) {
      case 'DaemonSet':
      case 'Deployment': return [`object ${object.kind} ${roleOf(object)}`, ...workloadLines(object, objects)];
      case 'PodDisruptionBudget':
      case 'Service': return [`object ${object.kind} ${roleOf(object)}`];
      default: return [];
    }
  });
  return new Set([
    ...lines, ...rightsOf('plugin', 'calico-cni-plugin', objects),
    ...rightsOf('controller-manager', 'system:kube-controller-manager', objects),
  ]);
}

/** Lines of rights in the short form of the facts, in which verbs and resources are joined, as one line for each. */
export function expanded(lines: readonly string[]): Set<string> {
  return new Set(lines.flatMap(line => {
    if (!line.startsWith('right ')) {return [line];}
    const [, owner, verbs, resources, name] = line.split(' ');
    const dot = resources.indexOf('.');
    return verbs.split(',').flatMap(verb => resources.slice(0, dot).split(',').map(resource => `right ${owner} ${verb} `
      + `${resource}${resources.slice(dot)} ${name}`));
  }));
}

/** What is in one set of lines and not in the other. */
export function without(lines: ReadonlySet<string>, others: ReadonlySet<string>): string[] {
  return [...lines].filter(line => !others.has(line)).sort();
}

function roleOf({ kind, metadata: { name } }: any): string {
  return ['typha', 'kube-controllers'].find(role => name.endsWith(role)) ?? (kind === 'DaemonSet' ? 'node' : name);
}

function workloadLines(workload: any, objects: readonly any[]): string[] {
  const { serviceAccountName, initContainers = [], containers, volumes = [] } = workload.spec.template.spec;
  return [
    ...rightsOf(roleOf(workload), serviceAccountName, objects),
    ...initContainers.flatMap((container: any) => containerLines('step', container, volumes)),
    ...containers.flatMap((container: any) => containerLines('container', container, volumes)),
  ];
}

function containerLines(kind: string, container: any, volumes: any[]): string[] {
  const { name, image, command = [], securityContext, env = [], volumeMounts = [], ports = [], livenessProbe, readinessProbe } = container;
  return [
    `${kind} ${name} ${image.split('/').pop().split(':')[0]} ${command.join(' ')}`.trimEnd(),
    ...securityContext?.privileged ? [`privileged ${name}`] : [],
    ...env.flatMap((variable: any) => variableLines(name, variable)),
    ...volumeMounts.flatMap((mount: any) => mountLines(name, mount, volumes)),
    ...ports.map(({ containerPort, protocol = 'TCP' }: any) => `port ${name} ${containerPort}/${protocol}`),
    ...probeLines('live', container, livenessProbe), ...probeLines('ready', container, readinessProbe),
  ];
}

function variableLines(container: string, { name, value = '', valueFrom }: any): string[] {
  if (name === 'CNI_NETWORK_CONFIG') {
    return flat(JSON.parse(value.replace(/: __CNI_MTU__/, ': "__CNI_MTU__"')), '').map(line => `cni ${line}`);
  }
  const isApiServer = /^KUBERNETES_SERVICE_(HOST|PORT)$/.test(name);
  return [`env ${container} `
    + `${name}=${isApiServer ? 'of the API server' : valueFrom === undefined ? value : `field ${valueFrom.fieldRef.fieldPath}`}`];
}

function flat(value: any, path: string): string[] {
  if (Array.isArray(value)) {return value.flatMap((each, at) => flat(each, `${path}[${at}]`));}
  if (typeof value !== 'object') {return [`${path}=${value}`];}
  return Object.entries(value).flatMap(([key, each]) => flat(each, path === '' ? key : `${path}.${key}`));
}

function mountLines(container: string, { name, mountPath, readOnly = false, mountPropagation = 'None' }: any, volumes: any[]): string[] {
  const { hostPath } = volumes.find(volume => volume.name === name);
  return hostPath === undefined ? [] : [`mount ${container} ${mountPath} ${hostPath.path} ${readOnly ? 'ro' : 'rw'} ${mountPropagation}`];
}

function probeLines(kind: string, { name, ports = [] }: any, probe: any): string[] {
  if (probe === undefined) {return [];}
  if (probe.exec !== undefined) {return [`${kind} ${name} ${probe.exec.command.join(' ')}`];}
  const { host = '', port, path } = probe.httpGet;
  return [`${kind} ${name} http ${host}:${ports.find((each: any) => each.name === port)?.containerPort ?? port}${path}`];
}

function rightsOf(owner: string, account: string, objects: readonly any[]): string[] {
  const roles = objects.filter(({ kind, subjects = [] }) => /^(Cluster)?RoleBinding$/.test(kind)
    && subjects.some((subject: any) => subject.name === account)).map(({ roleRef }) => roleRef.name);
  const rules = objects.filter(({ kind, metadata }) => /^(Cluster)?Role$/.test(kind) && roles.includes(metadata.name))
    .flatMap(role => role.rules);
  return rules.flatMap(({
    apiGroups, resources, verbs, resourceNames = [
      '*',
    ],
  }: any) => apiGroups.flatMap((group: string) => resources.flatMap((resource: string) =>
    verbs.flatMap((verb: string) => resourceNames.map((name: string) => `right ${owner} ${verb} ${resource}.${group} ${name}`)))));
}
