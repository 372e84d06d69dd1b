/** What a workload asks of a cluster, one line of text for each thing: `container node-exporter, port 9100/TCP` is `http-metrics`. */
export type Facts = { readonly [thing: string]: string };

/** Reads Services, accounts and roles too: whatever decides what a workload may do and how it is found. */
export function workloadFacts(objects: readonly any[], name?: string): Facts {
  const workloads = objects.filter(({ spec }) => spec?.template?.spec !== undefined);
  const workload = workloads.find(({ metadata }) => name === undefined || metadata.name === name);
  if (workload === undefined) {throw new Error(`no workload ${name ?? ''} among ${objects.map(({ kind }) => kind).join(', ')}`);}
  const { kind, spec } = workload;
  const pod = spec.template.spec;
  return sorted([
    ['kind', kind],
    ['strategy', strategyOf(workload)],
    ...optional('minReadySeconds', spec.minReadySeconds),
    ...podFacts(pod, objects),
    ...Object.entries(spec.template.metadata?.annotations ?? {}).map(([key, value]): Fact => [`pod annotation ${key}`, String(value)]),
    ...[...pod.initContainers ?? []].flatMap(container => containerFacts(`init container ${container.name}`, container, pod)),
    ...pod.containers.flatMap((container: any) => containerFacts(`container ${container.name}`, container, pod)),
    ...roleFacts(objects, pod.serviceAccountName ?? 'default'),
    ...objects.filter(({ kind: each }) => each === 'Service').flatMap(serviceFacts),
  ]);
}

type Fact = readonly [thing: string, text: string];

const optional = (thing: string, value: unknown): Fact[] => (value === undefined || value === null ? [] : [[thing, String(value)]]);

function sorted(facts: readonly Fact[]): Facts {
  return Object.fromEntries([...facts].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

/** With what the API server fills in. */
function strategyOf({ kind, spec }: any): string {
  const { type = 'RollingUpdate', rollingUpdate = {} } = (kind === 'DaemonSet' ? spec.updateStrategy : spec.strategy) ?? {};
  const [unavailable, surge] = kind === 'DaemonSet' ? [1, 0] : ['25%', '25%'];
  return type !== 'RollingUpdate'
    ? type
    : `${type}, maxUnavailable ${rollingUpdate.maxUnavailable ?? unavailable}, maxSurge ${rollingUpdate.maxSurge ?? surge}`;
}

function podFacts(pod: any, objects: readonly any[]): Fact[] {
  const account = objects.find(({ kind, metadata }) => kind === 'ServiceAccount' && metadata.name === pod.serviceAccountName);
  const token = pod.automountServiceAccountToken ?? account?.automountServiceAccountToken ?? true;
  const terms: any[] = pod.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms ?? [];
  return [
    ...['hostNetwork', 'hostPID', 'hostIPC'].map((field): Fact => [field, String(pod[field] ?? false)]),
    ['token', token ? 'mounted' : 'none'],
    ['dnsPolicy', pod.dnsPolicy ?? 'ClusterFirst'],
    ['terminationGracePeriodSeconds', String(pod.terminationGracePeriodSeconds ?? 30)],
    ...optional('priorityClassName', pod.priorityClassName),
    ...optional('runtimeClassName', pod.runtimeClassName),
    ...optional('os', pod.os?.name),
    ...Object.entries(pod.nodeSelector ?? {}).map(([key, value]): Fact => [`node selector ${key}`, String(value)]),
    ...terms.map((term): Fact => [`node term ${requirements(term)}`, 'required']),
    ...(pod.tolerations ?? []).map((toleration: any): Fact => [`toleration ${tolerationText(toleration)}`, 'tolerated']),
  ];
}

function requirements({ matchExpressions = [], matchFields = [] }: any): string {
  return [...matchExpressions, ...matchFields]
    .map(({ key, operator, values = [] }: any) => [key, operator, values.join('|')].filter(text => text !== '').join(' ')).sort()
    .join(' and ');
}

function tolerationText({ key, operator = 'Equal', value, effect, tolerationSeconds }: any): string {
  const taint = key === undefined ? 'any' : operator === 'Exists' ? key : `${key}=${value ?? ''}`;
  return `${taint}:${effect ?? 'any effect'}${tolerationSeconds === undefined ? '' : ` for ${tolerationSeconds} s`}`;
}

function containerFacts(who: string, container: any, pod: any): Fact[] {
  const ports: any[] = container.ports ?? [];
  const fact = (thing: string, text: unknown): Fact => [`${who}, ${thing}`, String(text)];
  return [
    fact('image', container.image.replace(/@.*$/, '').replace(/:[^:/]*$/, '')),
    ...argumentFacts([...container.command ?? [], ...container.args ?? []]).map(([thing, text]) => fact(thing, text)),
    ...ports.map(({ name, containerPort, protocol = 'TCP', hostPort }) => fact(`port ${containerPort}/${protocol}`,
      [name ?? 'unnamed', ...hostPort === undefined ? [] : [`host port ${hostPort}`]].join(', '))),
    ...(container.env ?? []).map((variable: any) => fact(`variable ${variable.name}`, sourceOf(variable))),
    ...(container.volumeMounts ?? []).map((mount: any) => fact(`mount ${mount.mountPath}`, mountText(mount, pod))),
    ...['liveness', 'readiness', 'startup'].filter(probe => container[`${probe}Probe`] !== undefined)
      .map(probe => fact(`${probe} probe`, probeText(container[`${probe}Probe`], ports))),
    ...[
      'requests', 'limits',
    ].flatMap(kind => Object.entries(container.resources?.[kind] ?? {}).map(([resource, amount]) => fact(`${kind} ${resource}`, amount))),
    ...privilegeFacts(container.securityContext ?? {}, pod.securityContext ?? {}).map(([thing, text]) => fact(thing, text)),
  ];
}

/** Flags by their names, one dash or two; the rest by its place. */
function argumentFacts(args: readonly string[]): Fact[] {
  const isFlag = (arg: string | undefined) => arg !== undefined && /^--?[a-zA-Z]/.test(arg);
  const facts: Fact[] = [];
  const words: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const [, name, value] = /^(--?[^=\s]+)(?:=([^]*))?$/.exec(args[at]) ?? [];
    if (!isFlag(args[at]) || name === undefined) {
      words.push(args[at]);
    } else if (value === undefined && args[at + 1] !== undefined && !isFlag(args[at + 1])) {
      facts.push([`flag ${name}`, args[at + 1]]);
      at += 1;
    } else {
      facts.push([`flag ${name}`, value ?? 'set']);
    }
  }
  return words.length === 0 ? facts : [...facts, ['words', words.join(' ')]];
}

function sourceOf({ value, valueFrom }: any): string {
  const { fieldRef, secretKeyRef, configMapKeyRef, resourceFieldRef } = valueFrom ?? {};
  return fieldRef?.fieldPath ?? resourceFieldRef?.resource ?? (secretKeyRef
    && `Secret, key ${secretKeyRef.key}`) ?? (configMapKeyRef && `ConfigMap, key ${configMapKeyRef.key}`)
    ?? JSON.stringify(value ?? '');
}

function mountText({ name, readOnly, mountPropagation = 'None' }: any, pod: any): string {
  const { name: _, ...source } = (pod.volumes ?? []).find((volume: any) => volume.name === name) ?? {};
  const [kind = 'nothing'] = Object.keys(source);
  const what = kind === 'hostPath'
    ? [`${source.hostPath.path} of the node`, ...source.hostPath.type ? [source.hostPath.type] : []]
    : [kind];
  return [...what, readOnly ? 'read-only' : 'writable', ...mountPropagation === 'None' ? [] : [mountPropagation]].join(', ');
}

/** With what the API server fills in, and ports by their numbers. */
function probeText(probe: any, ports: readonly any[]): string {
  const { httpGet, tcpSocket, exec, grpc, initialDelaySeconds = 0, periodSeconds = 10, timeoutSeconds = 1, failureThreshold = 3 } = probe;
  const number = (port: string | number) => ports.find(({ name }) => name === port)?.containerPort ?? port;
  const what = httpGet !== undefined ? `${httpGet.scheme ?? 'HTTP'} ${httpGet.path ?? '/'} of `
    + `${httpGet.host === undefined ? '' : `${httpGet.host}:`}${number(httpGet.port)}`
    : tcpSocket !== undefined
      ? `TCP ${number(tcpSocket.port)}`
      : grpc !== undefined ? `gRPC ${grpc.port}` : `exec ${exec.command.join(' ')}`;
  return `${what}, after ${initialDelaySeconds} s, every ${periodSeconds} s, timeout ${timeoutSeconds} s, ${failureThreshold} failures`;
}

/** What applies to the container, whether it or its pod says so. */
function privilegeFacts(own: any, pod: any): Fact[] {
  const { privileged = false, allowPrivilegeEscalation, readOnlyRootFilesystem = false, capabilities = {} } = own;
  const applies = (field: string) => own[field] ?? pod[field];
  const windows = applies('windowsOptions');
  return [
    ['privileged', String(privileged)],
    ['privilege escalation', allowPrivilegeEscalation === false ? 'refused' : 'allowed'],
    ['root file system', readOnlyRootFilesystem ? 'read-only' : 'writable'],
    ['user', applies('runAsUser') === undefined
      ? applies('runAsNonRoot') ? 'of the image, not root' : 'of the image'
      : String(applies('runAsUser'))],
    ...(capabilities.drop ?? []).map((name: string): Fact => [`capability ${name} dropped`, 'yes']),
    ...(capabilities.add ?? []).map((name: string): Fact => [`capability ${name} added`, 'yes']),
    ['seccomp', applies('seccompProfile')?.type ?? 'of the cluster'],
    ...optional('SELinux', applies('seLinuxOptions')?.type),
    ...optional('AppArmor', applies('appArmorProfile')?.type),
    ...windows === undefined
      ? []
      : [['HostProcess', String(windows.hostProcess ?? false)] as const, ...optional('Windows user', windows.runAsUserName)],
  ];
}

/** Each right by itself: `may list pods of core`. Where it holds is the text. */
function roleFacts(objects: readonly any[], account: string): Fact[] {
  const bindings = objects.filter(({ kind, subjects }) => /RoleBinding$/.test(kind)
    && subjects?.some((subject: any) => subject.kind === 'ServiceAccount' && subject.name === account));
  return bindings.flatMap(({ kind, roleRef, metadata }) => {
    const scope = kind === 'ClusterRoleBinding'
      ? 'in the cluster'
      : `in ${metadata.namespace === undefined ? 'its namespace' : 'a namespace'}`;
    const role = objects.find(object => object.kind === roleRef.kind && object.metadata.name === roleRef.name);
    return role === undefined
      ? [[`role ${roleRef.name}`, scope] as const]
      : (role.rules ?? []).flatMap((rule: any) => rightsOf(rule).map((right): Fact => [`may ${right}`, scope]));
  });
}

function rightsOf({ apiGroups = [''], resources = [], resourceNames = [], nonResourceURLs = [], verbs }: any): string[] {
  const names = resourceNames.length === 0 ? '' : ` named ${resourceNames.join('|')}`;
  return verbs.flatMap((verb: string) => [
    ...nonResourceURLs.map((url: string) => `${verb} ${url}`),
    ...resources.flatMap((resource: string) => apiGroups.map((group: string) => `${verb} ${resource} of `
      + `${group === '' ? 'core' : group}${names}`)),
  ]);
}

function serviceFacts({ spec }: any): Fact[] {
  const kind = spec.clusterIP === 'None' ? 'headless' : spec.type ?? 'ClusterIP';
  return (spec.ports ?? []).map(({ name, port, targetPort = port }: any): Fact => [
    `Service port ${port}`, `${name ?? 'unnamed'} to ${targetPort}, ${kind}`,
  ]);
}
