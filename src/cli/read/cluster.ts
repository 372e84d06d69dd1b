import { soundOnes } from './manifests';
import { readObjects } from './objects';
import { ClusterNode, isNode, readNode } from '../../cluster/inventory/cluster-node';
import { ClusterPod, readPod } from '../../cluster/inventory/cluster-pod';
import { InputError, placeIn, refuse } from '../../cluster/inventory/read/input-error';
import type { PlatformFacts } from '../../cluster/platforms/platform-facts';
import type { Entry } from '../../private/entry';
import type { Io } from '../io';
import { platformNamed, simulatedNodes } from '../platform';
import { count } from '../printable';

/** What is known of a cluster. */
export interface Cluster {
  readonly nodes: readonly ClusterNode[];
  /** Undefined where nothing was said of pods, which is not the same as none. */
  readonly pods?: readonly ClusterPod[];
}

/**
 * The nodes and pods of files, or else those among the manifests: all of a cluster can come in one list. Where there are no nodes, those of
 * a platform are simulated.
 *
 * @throws InputError
 */
export async function readCluster(
  given: { readonly nodes?: string; readonly pods?: string; readonly platform?: string }, manifests: readonly Entry[], io: Io,
): Promise<Cluster> {
  const nodes = await knownNodes(given, manifests, io);
  if (nodes === undefined) {
    throw new InputError('no nodes: name the file that `kubectl get nodes -o json` writes with --nodes, or a platform with --platform');
  }
  const pods = given.pods === undefined ? podsAmong(manifests) : await readPods(given.pods, io);
  return { nodes, ...pods && { pods } };
}

/** The nodes of a file, or else those among the manifests, or else those of a platform; undefined where nothing is known of them. */
export async function knownNodes(
  given: { readonly nodes?: string; readonly platform?: string }, manifests: readonly Entry[], io: Io,
): Promise<ClusterNode[] | undefined> {
  const platform = platformNamed(given.platform);
  return given.nodes === undefined ? nodesAmong(manifests, platform) : readNodes(given.nodes, io);
}

/** Those that run somewhere: a manifest of a pod alone is no pod yet. */
function podsAmong(manifests: readonly Entry[]): ClusterPod[] | undefined {
  const running = manifests.filter(entry => isPod(entry) && entry.object.status !== undefined);
  return running.length === 0 ? undefined : soundOnes(running).map(({ object }) => readPod(object));
}

function nodesAmong(manifests: readonly Entry[], platform: PlatformFacts | undefined): ClusterNode[] | undefined {
  const nodes = soundOnes(manifests.filter(isNode)).map(({ object }) => readNode(object));
  return nodes.length > 0 ? nodes : platform && simulatedNodes(platform);
}

/** The nodes of a file. */
export async function readNodes(path: string, io: Io): Promise<ClusterNode[]> {
  const nodes = new Map<string, ClusterNode>();
  await eachOfKind(path, 'Node', isNode, io, entry => {
    const node = readNode(entry.object);
    const { file = path, line } = entry.source;
    if (node.name === '') {refuse(file, line, 'a node has no metadata.name');}
    if (nodes.has(node.name)) {refuse(file, line, `the node ${node.name} is there twice`);}
    nodes.set(node.name, node);
  });
  return [...nodes.values()];
}

async function readPods(path: string, io: Io): Promise<ClusterPod[]> {
  const pods: ClusterPod[] = [];
  await eachOfKind(path, 'Pod', isPod, io, ({ object }) => pods.push(readPod(object)));
  return pods;
}

export function isPod({ apiVersion, kind }: Entry): boolean {
  return apiVersion === 'v1' && kind === 'Pod';
}

/** Reads objects of one kind, and forgets each before the next. */
export async function eachOfKind(
  path: string, kind: string, isWanted: (entry: Entry) => boolean, io: Io, take: (entry: Entry) => void,
): Promise<void> {
  const others = new Map<string, number>();
  let found = 0;
  for await (const entry of readObjects([path], io, { assume: { apiVersion: 'v1', kind } })) {
    if (isWanted(entry)) {
      found += 1;
      take(soundOnes([entry])[0]);
    } else {
      others.set(entry.kind, (others.get(entry.kind) ?? 0) + 1);
    }
  }
  if (found === 0) {
    const instead = [...others].map(([other, amount]) => count(amount, other)).join(', ');
    throw new InputError(`${placeIn(path)}: there is no ${kind} in it, but ${instead}: \`kubectl get `
      + `${kind.toLowerCase()}s${kind === 'Node' ? '' : ' -A'} -o json\` writes what is wanted`);
  }
}
