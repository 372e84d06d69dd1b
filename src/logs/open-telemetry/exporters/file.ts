import { OutputContext, Translation } from './output';
import { valueOf } from '../../../private/default-row';
import { bytesOf } from '../../../private/size';
import { LOG_DEFAULTS } from '../../defaults';
import { DestinationOf } from '../../destinations/destination-kinds';

/** A line is a request of OTLP in JSON: the exporter has no plain records. It writes at once, and so has no queue. */
export function fileExporter(destination: DestinationOf<'file'>, { context: { cluster } }: OutputContext): Translation {
  const { options: { rotateSize, rotateFiles }, directory, fileName } = destination;
  const standard = valueOf(LOG_DEFAULTS.fileRotation, cluster);
  const bytes = rotateSize === undefined ? standard.bytes : bytesOf(rotateSize);
  return {
    settings: {
      path: `${directory}/${fileName}`.replace(/^\/\//, '/'),
      rotation: { max_megabytes: Math.max(1, Math.floor(bytes / 1_048_576)), max_backups: rotateFiles ?? standard.files },
    },
    extensions: {},
    processors: {},
  };
}
