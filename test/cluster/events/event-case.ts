/** Modules of Go whose sources hold the texts, with the releases that are looked into (`npm run doctor:texts`). */
export const MODULES = {
  kubernetes: ['k8s.io/kubernetes@v1.28.15', 'k8s.io/kubernetes@v1.36.3'],
  apiserver: ['k8s.io/apiserver@v0.28.15', 'k8s.io/apiserver@v0.36.3'],
  podSecurity: ['k8s.io/pod-security-admission@v0.28.15', 'k8s.io/pod-security-admission@v0.36.3'],
  containerd1: ['github.com/containerd/containerd@v1.7.28'],
  containerd2: ['github.com/containerd/containerd/v2@v2.2.0'],
  runc: ['github.com/opencontainers/runc@v1.1.15', 'github.com/opencontainers/runc@v1.3.3'],
  user: ['github.com/moby/sys/user@v0.4.0'],
  cni: ['github.com/containernetworking/cni@v1.3.0'],
  cniPlugins: ['github.com/containernetworking/plugins@v1.8.0'],
  goCni: ['github.com/containerd/go-cni@v1.1.13'],
  /** The registry of Go modules has no release of it, so this source is not looked into. */
  openshift: [],
  /** The standard library of Go: errors of system calls, and how they are put together. */
  go: ['go'],
} as const satisfies { readonly [name: string]: readonly string[] };

export type ModuleName = keyof typeof MODULES;

/** A place in a source where a text, or a part of it, is written. */
export interface TextSource {
  readonly module: ModuleName;
  readonly file: string;
  /** What stands there: a format of Go, or a part of one. */
  readonly says: string;
  /** Where only some of the releases of the module have it. */
  readonly only?: 'oldest' | 'newest';
}

/** A message as a cluster writes it. */
export interface EventCase {
  readonly id: string;
  readonly message: string;
  readonly reason?: string;
  readonly parts?: { readonly [name: string]: string };
  readonly sources: readonly TextSource[];
}

export function from(module: ModuleName, file: string, says: string, only?: TextSource['only']): TextSource {
  return { module, file, says, ...only && { only } };
}
