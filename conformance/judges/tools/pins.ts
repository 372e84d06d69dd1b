import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A program that Go builds from its module. */
export interface GoTool {
  readonly module: string;
  /** The command's folder in the module; the module itself where absent. */
  readonly folder?: string;
  readonly version: string;
  readonly tags?: string;
  /** Built inside a module of its own, since `go install` wants a list of versions that module mirrors do not all have. */
  readonly inModule?: boolean;
  /** Whether what its own go.mod replaces is replaced in that module too; replacements hold only where they are written. */
  readonly keepsReplacements?: boolean;
  readonly ldflags?: string;
  /** Packages of the module that are built without what is in them, since modules that they need cannot be had. */
  readonly emptied?: readonly string[];
}

/** The programs that judge, and those that are judged with. Versions change here and nowhere else. */
export const GO_TOOLS = {
  'kubeconform': { module: 'github.com/yannh/kubeconform', folder: 'cmd/kubeconform', version: 'v0.8.0' },
  'kube-score': { module: 'github.com/zegl/kube-score', folder: 'cmd/kube-score', version: 'v1.20.0' },
  // 3.16; without the clients of every cloud, which no rule file needs
  'promtool': { module: 'github.com/prometheus/prometheus', folder: 'cmd/promtool', version: 'v0.316.0', tags: 'remove_all_sd' },
  'node_exporter': { module: 'github.com/prometheus/node_exporter', version: 'v1.12.1' },
  'process-exporter': {
    module: 'github.com/ncabatoff/process-exporter', folder: 'cmd/process-exporter', version: 'v0.8.7', inModule: true,
  },
  'smartctl_exporter': { module: 'github.com/prometheus-community/smartctl_exporter', version: 'v0.14.0', inModule: true },
  'systemd_exporter': { module: 'github.com/prometheus-community/systemd_exporter', version: 'v0.7.0', inModule: true },
  'kube-rbac-proxy': { module: 'github.com/brancz/kube-rbac-proxy', folder: 'cmd/kube-rbac-proxy', version: 'v0.22.1', inModule: true },
  'gpu_plugin': {
    module: 'github.com/intel/intel-device-plugins-for-kubernetes', folder: 'cmd/gpu_plugin', version: 'v0.36.0', inModule: true,
    keepsReplacements: true,
  },
  // 0.20.0 cannot be had; the flags and the configuration are the same. It looks for the library of the driver when it runs, and not before
  'nvidia-device-plugin': {
    module: 'github.com/NVIDIA/k8s-device-plugin', folder: 'cmd/nvidia-device-plugin', version: 'v0.19.0', inModule: true,
    ldflags: '-extldflags=-Wl,-z,lazy',
  },
  'gpu-feature-discovery': {
    module: 'github.com/NVIDIA/k8s-device-plugin', folder: 'cmd/gpu-feature-discovery', version: 'v0.19.0', inModule: true,
    ldflags: '-extldflags=-Wl,-z,lazy',
  },
  'nfd-worker': {
    module: 'sigs.k8s.io/node-feature-discovery', folder: 'cmd/nfd-worker', version: 'v0.19.0', inModule: true, keepsReplacements: true,
  },
  'nfd-master': {
    module: 'sigs.k8s.io/node-feature-discovery', folder: 'cmd/nfd-master', version: 'v0.19.0', inModule: true, keepsReplacements: true,
  },
  'nfd-gc': {
    module: 'sigs.k8s.io/node-feature-discovery', folder: 'cmd/nfd-gc', version: 'v0.19.0', inModule: true, keepsReplacements: true,
  },
  // without the back end of Tencent Cloud
  'flanneld': { module: 'github.com/flannel-io/flannel', version: 'v0.28.9', emptied: ['pkg/backend/tencentvpc'] },
  'metallb-speaker': { module: 'go.universe.tf/metallb', folder: 'speaker', version: 'v0.16.1', inModule: true },
  'metallb-controller': { module: 'go.universe.tf/metallb', folder: 'controller', version: 'v0.16.1', inModule: true },
  'portmap': { module: 'github.com/containernetworking/plugins', folder: 'plugins/meta/portmap', version: 'v1.9.1', inModule: true },
  'install_multus': {
    module: 'gopkg.in/k8snetworkplumbingwg/multus-cni.v4', folder: 'cmd/install_multus', version: 'v4.3.0', inModule: true,
  },
  'kube-state-metrics': { module: 'k8s.io/kube-state-metrics/v2', version: 'v2.20.0', inModule: true },
  // without the tag `journald`, which needs the headers of systemd
  'node-problem-detector': {
    module: 'k8s.io/node-problem-detector', folder: 'cmd/nodeproblemdetector', version: 'v1.36.0', inModule: true,
  },
  'health-checker': { module: 'k8s.io/node-problem-detector', folder: 'cmd/healthchecker', version: 'v1.36.0', inModule: true },
} satisfies { readonly [name: string]: GoTool };

export type GoToolName = keyof typeof GO_TOOLS;

/** The module whose CRDs judge monitors and rules. */
export const PROMETHEUS_OPERATOR = { module: 'github.com/prometheus-operator/prometheus-operator', version: 'v0.93.0' };

/** What pip installs, each file by its hash; made from requirements.in. */
export const REQUIREMENTS = join(__dirname, 'requirements.txt');

/** The version of a Python package that requirements.txt pins. */
export function pythonVersion(name: string): string {
  const match = new RegExp(`^${name}==(\\S+)`, 'm').exec(readFileSync(REQUIREMENTS, 'utf8'));
  if (match === null) throw new Error(`requirements.txt does not pin ${name}`);
  return match[1];
}
