import { wrongName } from './names';
import { quote } from '../../private/agent-error';
import { finding, ObjectFinding } from '../../private/finding';
import { isItemPath, ITEM_PATHS } from '../../private/paths';
import type { Wire } from '../../private/wire';
import type { Workload } from '../inventory/workload';

/** The list in which a repeated name is found here. */
export const VOLUMES_BY_NAME = 'PodSpec.volumes';

/** The names and sources of volumes, and where keys of ConfigMaps and the like are written. */
export function* wrongVolumes(about: Workload): Generator<ObjectFinding> {
  const volumes: Wire[] = about.pod.volumes ?? [];
  const seen = new Set<unknown>();
  for (let index = 0; index < volumes.length; index++) {
    const path = `${about.podPath}.volumes[${index}]`;
    const volume = volumes[index];
    if (seen.has(volume.name)) {
      yield finding({
        about, path, code: 'conflicting-volume', what: `two volumes of the pod are named ${quote(volume.name)}`, given: quote(volume.name),
        fix: 'rename one of them',
      });
    }
    seen.add(volume.name);
    const sources = Object.keys(volume).filter(field => field !== 'name');
    if (sources.length > 1) {
      yield finding({
        about, path, code: 'conflicting-volume', what: `the volume ${quote(volume.name)} has several sources`, given: sources.join(', '),
        allowed: 'one source',
        fix: 'keep one of them',
      });
    }
    yield* wrongName(volume.name, 'dns-label', 'a volume', () => ({ about, path: `${path}.name` }));
    yield* wrongFiles(about, volume, path);
  }
}

/** Sources of files that API servers know without a feature gate. */
const PROJECTED: ReadonlySet<string> = new Set(['configMap', 'downwardAPI', 'secret', 'serviceAccountToken']);

function* wrongFiles(about: Workload, volume: Wire, path: string): Generator<ObjectFinding> {
  for (const source in volume) {
    if (source === 'configMap' || source === 'secret'
      || source === 'downwardAPI') {yield* wrongPaths(about, volume, volume[source], `${path}.${source}`);}
  }
  const projections: Wire[] = volume.projected?.sources ?? [];
  for (let index = 0; index < projections.length; index++) {
    for (const source in projections[index]) {
      if (!PROJECTED.has(source)) {continue;}
      yield* wrongPaths(about, volume, projections[index][source], `${path}.projected.sources[${index}].${source}`);
    }
  }
}

function* wrongPaths(about: Workload, volume: Wire, source: Wire, path: string): Generator<ObjectFinding> {
  const items: Wire[] = source?.items ?? [];
  for (let index = 0; index < items.length; index++) {yield* wrongPath(about, volume, items[index].path, `${path}.items[${index}].path`);}
  if (typeof source?.path === 'string') {yield* wrongPath(about, volume, source.path, `${path}.path`);}
}

function* wrongPath(about: Workload, volume: Wire, given: unknown, path: string): Generator<ObjectFinding> {
  if (typeof given !== 'string' || isItemPath(given)) {return;}
  yield finding({
    about, path, code: 'invalid-path', what: `a file of the volume ${quote(volume.name)} has no usable path`, given: quote(given),
    allowed: ITEM_PATHS,
    fix: 'name the file below the mounted directory',
  });
}
