import { valueOf } from '../../../private/default-row';
import { Wire } from '../../../private/wire';
import { LOG_DEFAULTS } from '../../defaults';
import { DestinationOf } from '../../destinations/destination-kinds';
import { DestinationContext } from '../../private/destination-context';
import { bytesText, sizeText } from '../text';

export function fileOutput(destination: DestinationOf<'file'>, { cluster }: DestinationContext): Wire {
  const { options: { rotateSize, rotateFiles }, directory, fileName } = destination;
  const standard = valueOf(LOG_DEFAULTS.fileRotation, cluster);
  return {
    name: 'file',
    path: directory,
    file: fileName,
    format: 'plain',
    rotate: true,
    rotate_max_size: rotateSize === undefined ? bytesText(standard.bytes) : sizeText(rotateSize),
    rotate_max_files: rotateFiles ?? standard.files,
    rotate_gzip: false,
  };
}
