import { findWrongName } from './names';
import { isItemPath, ITEM_PATHS } from '../../private/paths';
import { Problem, quote } from '../../private/problem';
import type { Wire } from '../../private/wire';

/** The names of volumes, and where keys of ConfigMaps and the like are written. */
export function findWrongVolume(volume: Wire, problems: Problem[]): void {
  findWrongName(volume.name, 'dns-label', 'a volume', problems);
  for (const source in volume) {
    if (source === 'configMap' || source === 'secret' || source === 'downwardAPI') {findWrongPaths(volume, volume[source], problems);}
  }
  for (const projection of volume.projected?.sources ?? []) {
    for (const source in projection) {findWrongPaths(volume, projection[source], problems);}
  }
}

function findWrongPaths(volume: Wire, source: Wire, problems: Problem[]): void {
  for (const item of source?.items ?? []) {findWrongPath(volume, item.path, problems);}
  if (typeof source?.path === 'string') {findWrongPath(volume, source.path, problems);}
}

function findWrongPath(volume: Wire, path: unknown, problems: Problem[]): void {
  if (typeof path !== 'string' || isItemPath(path)) {return;}
  problems.push({
    code: 'invalid-path', what: `a file of the volume ${quote(volume.name)} has no usable path`, given: quote(path), allowed: ITEM_PATHS,
    fix: 'name the file below the mounted directory',
  });
}
