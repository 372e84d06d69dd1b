import { OPEN_TELEMETRY_DEFAULTS } from './defaults';
import { fail, quote } from '../../private/agent-error';
import { FlagSource, valueOf } from '../../private/default-row';

/** The releases whose names of components are known: from the first with batches in the queue and today's names of exporters. */
const OLDEST = 144;
const NEWEST = 159;

/** A release of the collector. */
export interface Release {
  readonly version: string;
  /** The number behind `0.`. */
  readonly minor: number;
}

/** @throws invalid-collector-config */
export function releaseOf(given: string | undefined, cluster: FlagSource): Release {
  const version = given ?? valueOf(OPEN_TELEMETRY_DEFAULTS.version, cluster);
  const minor = Number(/^0\.(\d+)\.\d+$/.exec(version)?.[1]);
  if (!(minor >= OLDEST && minor <= NEWEST)) {
    fail({
      code: 'invalid-collector-config',
      what: 'the configuration cannot be written for this release of the OpenTelemetry Collector',
      given: quote(version),
      allowed: `0.${OLDEST}.0 to 0.${NEWEST}.x`,
      fix: 'choose a release of this range; for a newer image, name the newest of them and the image',
    });
  }
  return { version, minor };
}
