import { parseImage } from '../image';

/** The program that an image is made of, wherever it is pulled from: `fluent/fluent-bit`. Undefined where the image cannot be read. */
export function programOf(image: unknown): string | undefined {
  return parseImage(image)?.repository;
}

/** Images that say nothing of what they are used for. */
const TOOLS = /(^|\/)(alpine|alpine-.*|amazonlinux|ansible|bash|busybox|centos|chainguard-base|curl|debian|debian-base|distroless.*|fedora|golang|kubectl|nginx|node|pause|perl|python|redis|rockylinux|static|toolbox|ubi\d*(-.*)?|ubuntu)$/;

/** Whether a program is a shell, a language or the like: two workloads that use it have nothing to do with each other. */
export function isTool(program: string): boolean {
  return TOOLS.test(program) && !/(^|\/)calico\/node$/.test(program);
}

/** Programs that a node needs once: two of them do the same work twice, or fight over the node. */
const ONCE_A_NODE: ReadonlyArray<readonly [program: RegExp, role: string]> = [
  [/(^|\/)node[-_]exporter$/, 'exporter of node metrics'],
  [/(^|\/)windows[-_]exporter$/, 'exporter of node metrics'],
  [/(^|\/)dcgm-exporter$/, 'exporter of GPU metrics'],
  [/(^|\/)node-problem-detector$/, 'node problem detector'],
  [/(^|\/)aws-node-termination-handler$/, 'handler of node terminations'],
  [/(^|\/)kured$/, 'reboot daemon'],
  [/(^|\/)(calico\/node|calico-node|mirrored-calico-node)$/, 'Calico node agent'],
  [/(^|\/)(cilium|cilium\/cilium(-ci)?)$/, 'Cilium agent'],
  [/(^|\/)(flannel|mirrored-flannel-flannel)$/, 'Flannel agent'],
  [/(^|\/)amazon-k8s-cni$/, 'Amazon VPC CNI'],
  [/(^|\/)antrea-(agent|ubuntu|ubi)([-_].*)?$/, 'Antrea agent'],
  [/(^|\/)(kube-router|weave-kube)$/, 'network agent'],
  [/(^|\/)kube-proxy(-.*)?$/, 'kube-proxy'],
  [/(^|\/)(k8s-dns-node-cache|dns-node-cache)$/, 'DNS cache of the node'],
];

/**
 * Device plugins, by the devices that a node has once. Their images hold other programs as well: only what mounts the directory of the
 * kubelet's sockets is one.
 */
const DEVICE_PLUGINS: ReadonlyArray<readonly [program: RegExp, role: string]> = [
  [/(^|\/)nvidia\/k8s-device-plugin$/, 'device plugin for NVIDIA GPUs'],
  [/(^|\/)rocm\/k8s-device-plugin$/, 'device plugin for AMD GPUs'],
  [/(^|\/)intel-gpu-plugin$/, 'device plugin for Intel GPUs'],
  [/(^|\/)k8s-device-plugin$/, 'device plugin'],
];

/** The role of programs that collect logs. */
export const LOG_COLLECTOR = 'log collector';

/** Programs that collect logs, among other things some of them: only those that mount the logs of the node do. */
const COLLECTORS = new RegExp('(^|/)('
  + 'fluent-bit|aws-for-fluent-bit|newrelic-fluentbit-output|fluentd|fluentd-[a-z0-9-]+|fluentd_elasticsearch|vector|promtail|filebeat|'
  + 'elastic-agent|logstash|alloy|grafana-agent|grafana/agent|datadog/agent|datadoghq/agent|opentelemetry-collector(-[a-z0-9-]+)?|'
  + 'otelcol(-[a-z0-9-]+)?|splunk-otel-collector|logging-agent|cloudwatch-agent|sumologic-otel-collector'
  + ')$');

const ANY_ROLE = new RegExp([...ONCE_A_NODE, ...DEVICE_PLUGINS].map(([program]) => program).concat(COLLECTORS).map(({ source }) => source)
  .join('|'));

/** Whether a program may be one that a node needs once. */
export function isWithRole(program: string): boolean {
  return ANY_ROLE.test(program);
}

/** What a container sees of its node that decides what its program is used for. */
export interface SeenOfNode {
  readonly logs?: boolean;
  readonly devicePlugins?: boolean;
}

/** What a node needs once and a program is; undefined for all others. */
export function roleOf(program: string, { logs, devicePlugins }: SeenOfNode): string | undefined {
  if (logs && COLLECTORS.test(program)) {return LOG_COLLECTOR;}
  return [...ONCE_A_NODE, ...devicePlugins ? DEVICE_PLUGINS : []].find(([known]) => known.test(program))?.[1];
}
