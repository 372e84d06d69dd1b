import { FileDestinationOptions } from './file-destination-options';
import { requireMatch, requireWhole } from './required';
import { directoryOf, cleanAbsolutePath } from '../../private/paths';
import { fixedDirectoryOf } from '../private/fixed-directory';

/** A file of the node. */
export function fileDestination(options: FileDestinationOptions) {
  const path = cleanAbsolutePath(options.path, 'the file of the destination');
  requireMatch(path, 'the file of a destination', /^[A-Za-z0-9_./-]+$/, 'letters, digits, `_`, `.`, `/` and `-`');
  if (options.rotateFiles !== undefined) {
    requireWhole(options.rotateFiles, '`rotateFiles`', 1, 1000);
  }
  // refuses a directory that would hide what the program needs
  fixedDirectoryOf(path);
  return { options, directory: directoryOf(path), fileName: path.slice(directoryOf(path).length + 1) };
}
