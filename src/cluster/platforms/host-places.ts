import type { PlatformFacts } from './platform-facts';
import { PLATFORMS } from './platforms';
import { USUAL } from './rows/usual';
import { withoutLink } from '../../private/paths';

/** What decides where things are on a node. */
export type HostLayout = Pick<PlatformFacts, 'kubeletDirectory' | 'containerRuntime' | 'cniBinaries' | 'cniConfiguration'>;

/** A directory that is somewhere else on some platforms. */
interface HostPlace {
  /** What it is, in a message. */
  readonly what: string;
  /** Whether only containerd has it. */
  readonly ofContainerd?: boolean;
  /** Where Kubernetes has it unless it is set up otherwise. */
  readonly usual: string;
  /** Where a platform has it; undefined where nobody is sure, or where another program is in its place. */
  readonly on: (layout: HostLayout) => string | undefined;
}

const PLACES: readonly HostPlace[] = [
  { what: 'the directory of the kubelet', usual: USUAL.kubeletDirectory, on: ({ kubeletDirectory }) => kubeletDirectory },
  {
    what: 'the directory of the socket of containerd', ofContainerd: true, usual: USUAL.runtimeDirectory,
    on: ({ containerRuntime }) => (containerRuntime?.program === 'containerd' ? containerRuntime.directory : undefined),
  },
  { what: 'the directory of CNI plugins', usual: USUAL.cniBinaries, on: ({ cniBinaries }) => cniBinaries },
  { what: 'the directory of the CNI configuration', usual: USUAL.cniConfiguration, on: ({ cniConfiguration }) => cniConfiguration },
];

/** Whether a path is a directory or lies in it. */
export function isIn(path: string, directory: string): boolean {
  return path === directory || path.startsWith(directory) && (path[directory.length] === '/' || path[directory.length] === '\\');
}

/** Where a path of an ordinary node is on the nodes of a platform: the path itself where it is the same, or where nothing is known. */
export function hostPathOn(path: string, layout: HostLayout): string {
  const clean = withoutLink(path);
  for (const { usual, on } of PLACES) {
    const there = on(layout);
    if (there?.startsWith('/') && there !== usual && isIn(clean, usual) && !isIn(clean, there)) {return there + clean.slice(usual.length);}
  }
  return path;
}

/** Every directory that kubelets are known to use, the longest first: those of the table, and those of which users report. */
const KUBELET_DIRECTORIES: readonly string[] = [...new Set([
  ...PLATFORMS.map(({ facts }) => facts.kubeletDirectory),
  // facts of the drivers of others: RKE1 on Flatcar, K3s before 0.10, Karbon and IBM, TKGI
  '/opt/rke/var/lib/kubelet', '/var/lib/rancher/k3s/agent/kubelet', '/var/data/kubelet', '/var/vcap/data/kubelet',
])].sort((a, b) => b.length - a.length);

/** Where distributions of Kubernetes are used to put it, whatever they are called. */
const LIKELY_DIRECTORY = /^\/var\/lib\/[^/]+\/kubelet(?=\/|$)|^\/var\/snap\/.*\/kubelet(?=\/|$)/;

/** The path of an ordinary node that a path of a kubelet would be there; any other path as it is. */
export function usualKubeletPath(path: string, layout?: HostLayout): string {
  const known = layout === undefined ? KUBELET_DIRECTORIES : [layout.kubeletDirectory, ...KUBELET_DIRECTORIES];
  const directory = known.find(each => isIn(path, each)) ?? LIKELY_DIRECTORY.exec(path)?.[0];
  return directory === undefined ? path : USUAL.kubeletDirectory + path.slice(directory.length);
}

/** A part of a text that is a path of a kubelet, and what it is called where the kubelet has another directory. */
export interface ForeignPath {
  readonly path: string;
  /** The same path below the directory that the kubelet has. */
  readonly right: string;
}

/** The path below the directory of another kubelet that a host path is; undefined where it is none. */
export function foreignKubeletPath(
  path: string, { kubeletDirectory }: Pick<HostLayout, 'kubeletDirectory'>,
): ForeignPath | undefined {
  const clean = withoutLink(path);
  if (isIn(clean, kubeletDirectory)) {return undefined;}
  const directory = KUBELET_DIRECTORIES.find(each => isIn(clean, each));
  return directory === undefined ? undefined : { path, right: kubeletDirectory + clean.slice(directory.length) };
}

/** Paths in a text: what begins with a slash, where no other path or word goes on. */
const PATHS = /(?<![\w./\\-])\/[\w.+@/-]+/g;

/** Paths of other kubelets that a text holds, such as an argument or the value of a variable. */
export function foreignKubeletPathsIn(text: string, layout: Pick<HostLayout, 'kubeletDirectory'>): ForeignPath[] {
  if (!text.includes('kubelet')) {return [];}
  return [
    ...text.matchAll(PATHS),
  ].flatMap(([path]) => foreignKubeletPath(path.replace(/^\/+/, '/').replace(/(?<=.)\/+$/, ''), layout) ?? []);
}

/** A place of another platform that a host path lies in, and where this platform has it. */
export function otherPlace(
  path: string, layout: HostLayout,
): { readonly what: string; readonly ofContainerd: boolean; readonly right?: string } | undefined {
  const clean = withoutLink(path);
  for (const { what, ofContainerd = false, usual, on } of PLACES) {
    const there = on(layout);
    if (there !== usual && isIn(clean, usual) && (there === undefined || !isIn(clean, there))) {
      return { what, ofContainerd, ...there !== undefined && { right: there + clean.slice(usual.length) } };
    }
  }
  return undefined;
}
