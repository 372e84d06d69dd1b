import { fail, quote } from '../../private/agent-error';
import { Wire } from '../../private/wire';

/** What differs between the releases that the configuration is written for. */
export interface VectorRelease {
  readonly version: string;
  /** Whether a template must begin with fixed text, and has a switch for what cannot. Before it the switch is an unknown key. */
  readonly confinesTemplates: boolean;
  /** Whether the sink for another Vector names its compression; before, it is a switch for gzip. */
  readonly namesVectorCompression: boolean;
  /** Keys that the release does not know, although 0.57 does: paths of components. */
  readonly unknownKeys: readonly string[];
}

/** From its minor release on, until the next row. Read in the reference data of each release (website/cue/reference). */
const RELEASES: ReadonlyArray<Omit<VectorRelease, 'version'> & { readonly minor: number }> = [
  {
    minor: 55,
    confinesTemplates: false,
    namesVectorCompression: false,
    unknownKeys: [
      'sinks.*.dangerously_allow_unconfined_template_resolution',
      'sinks.opentelemetry.protocol.dangerously_allow_unconfined_template_resolution',
      'sinks.http.retry_strategy', 'sinks.opentelemetry.protocol.retry_strategy', 'sinks.aws_s3.batch_encoding', 'sinks.file.base_dir',
      'sinks.vector.keepalive', 'sinks.vector.routing',
    ],
  },
  {
    minor: 56,
    confinesTemplates: false,
    namesVectorCompression: true,
    unknownKeys: [
      'sinks.*.dangerously_allow_unconfined_template_resolution',
      'sinks.opentelemetry.protocol.dangerously_allow_unconfined_template_resolution',
      'sinks.file.base_dir', 'sinks.vector.keepalive', 'sinks.vector.routing',
    ],
  },
  { minor: 57, confinesTemplates: true, namesVectorCompression: true, unknownKeys: [] },
];

/** The releases that are known, in messages. */
const RANGE = `0.${RELEASES[0].minor}.0 to 0.${RELEASES[RELEASES.length - 1].minor}.x`;

/**
 * A release by its version.
 *
 * @throws invalid-collector-config
 */
export function releaseOf(version: string): VectorRelease {
  const minor = Number(/^0\.(\d+)\.\d+$/.exec(version)?.[1]);
  const known = RELEASES.find(release => release.minor === minor);
  if (known === undefined) {
    fail({
      code: 'invalid-collector-config',
      what: 'the configuration is not written for this release of Vector',
      given: quote(version),
      allowed: RANGE,
      fix: 'Vector refuses unknown keys at the start, and changes them in minor releases: use one of these',
    });
  }
  const { minor: _, ...facts } = known;
  return { version, ...facts };
}

/** Lets a sink have templates that begin with a field. Only for values that are no place a line could escape from. */
export function unconfined({ confinesTemplates }: VectorRelease): Wire {
  return confinesTemplates ? { dangerously_allow_unconfined_template_resolution: true } : {};
}
