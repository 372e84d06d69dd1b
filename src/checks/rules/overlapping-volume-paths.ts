import { writtenWorkloads } from '../../cluster/inventory/written-workloads';
import { findingOf } from '../../private/finding';
import type { Wire } from '../../private/wire';
import { daemonSet } from '../example';
import type { Rule } from '../rule';

/** A file that a volume is made of. */
interface VolumeFile {
  readonly file: string;
  /** Where it is said, in the volume. */
  readonly path: () => string;
}

export const overlappingVolumePaths: Rule = {
  id: 'overlapping-volume-paths',
  level: 'error',
  summary: 'One volume puts two files at one path, or a file where another one needs a directory.',
  looksAt: '`items` and `path` of configMap, secret, downwardAPI and projected volumes of workloads.',
  why: 'The kubelet writes the files one after the other in no order. A file where a directory is needed fails every time, with `is a '
    + 'directory` or `not a directory`, and the pod never starts. Of two files at one path only one is left, and which one can change.',
  fix: 'Give each file a path of its own.',
  example: () => ({
    fails: [withItems([{ key: 'main', path: 'agent' }, { key: 'extra', path: 'agent/extra.yaml' }])],
    passes: [withItems([{ key: 'main', path: 'agent/main.yaml' }, { key: 'extra', path: 'agent/extra.yaml' }])],
  }),
  *check(context) {
    for (const workload of writtenWorkloads(context)) {
      for (const [index, volume] of (workload.pod.volumes ?? []).entries()) {
        const files = filesOf(volume);
        if (!mayOverlap(files)) {continue;}
        for (const { first, second } of overlapsIn(files)) {
          const isSame = first.file === second.file;
          yield findingOf(overlappingVolumePaths, {
            about: workload, path: `${workload.podPath}.volumes[${index}].${second.path()}`,
            given: isSame ? second.file : `${first.file}, ${second.file}`, level: isSame ? 'warning' : 'error',
            what: isSame ? `two files of the volume '${volume.name}' have one path, and one of them is lost`
              : `in the volume '${volume.name}' one file stands where another one needs a directory`,
          });
        }
      }
    }
  },
};

/** The first file that is in the way of each. */
function overlapsIn(files: readonly VolumeFile[]): { readonly first: VolumeFile; readonly second: VolumeFile }[] {
  const byFile = new Map<string, VolumeFile>();
  const directories = new Map<string, VolumeFile>();
  return files.flatMap(second => {
    const above = parentsOf(second.file);
    const fileAbove = above.map(parent => byFile.get(parent)).find(found => found !== undefined);
    const first = byFile.get(second.file) ?? directories.get(second.file) ?? fileAbove;
    if (!byFile.has(second.file)) {byFile.set(second.file, second);}
    for (const parent of above) {
      if (!directories.has(parent)) {directories.set(parent, second);}
    }
    return first === undefined ? [] : [{ first, second }];
  });
}

function parentsOf(file: string): string[] {
  const steps = file.split('/');
  return steps.slice(1).map((_, count) => steps.slice(0, count + 1).join('/'));
}

/** So few are compared with each other sooner than put into maps. */
const FEW = 16;

function mayOverlap(files: readonly VolumeFile[]): boolean {
  return files.length > FEW || files.some(({ file: above }) =>
    files.some(({ file }) => file.length > above.length && file[above.length] === '/' && file.startsWith(above)))
    || files.some(({ file }, index) => files.findIndex(other => other.file === file) !== index);
}

const PROJECTED_FILES = [
  ['serviceAccountToken', 'path'], ['clusterTrustBundle', 'path'],
  ['podCertificate', 'keyPath'], ['podCertificate', 'certificateChainPath'], ['podCertificate', 'credentialBundlePath'],
] as const;

const NONE: readonly VolumeFile[] = [];

function filesOf({ configMap, secret, downwardAPI, projected }: Wire): readonly VolumeFile[] {
  if (!configMap && !secret && !downwardAPI && !projected) {return NONE;}
  const found: VolumeFile[] = [];
  addItems(found, { configMap, secret, downwardAPI });
  projected?.sources?.forEach((source: Wire, index: number) => {
    for (const [kind, field] of PROJECTED_FILES) {
      if (source[kind]) {addFile(found, source[kind][field], () => `projected.sources[${index}].${kind}.${field}`);}
    }
    addItems(found, source, index);
  });
  return found;
}

function addItems(found: VolumeFile[], source: Wire, projection?: number): void {
  for (const kind of ['configMap', 'secret', 'downwardAPI']) {
    source[kind]?.items?.forEach(({ path }: Wire, index: number) => addFile(found, path, () =>
      `${projection === undefined ? '' : `projected.sources[${projection}].`}${kind}.items[${index}].path`));
  }
}

function addFile(found: VolumeFile[], file: unknown, path: () => string): void {
  const tidy = typeof file !== 'string' ? '' : file.endsWith('/') ? file.replace(/\/+$/, '') : file;
  if (tidy !== '') {found.push({ file: tidy, path });}
}

function withItems(items: Wire[]): Wire {
  return daemonSet({ volumes: [{ name: 'config', configMap: { name: 'agent', items } }] }, {
    volumeMounts: [{ name: 'config', mountPath: '/config' }],
  });
}
