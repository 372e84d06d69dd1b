import { VectorRelease } from './releases';
import { fail } from '../../private/agent-error';
import { isWholeNumber } from '../../private/whole-number';
import { LogMetadata } from '../log-metadata';

/** Variables by which Vector's own client, of destinations over HTTP, finds a proxy: lib/vector-core/src/config/proxy.rs. */
export const PROXY = { reads: ['HTTP_PROXY', 'http_proxy', 'HTTPS_PROXY', 'https_proxy'], ignores: ['ALL_PROXY', 'all_proxy'] };

/**
 * @param tagged the version in the tag of the image
 * @throws invalid-collector-config
 */
export function requireSame({ version }: VectorRelease, tagged: string | undefined): void {
  if (tagged !== undefined && tagged !== version) {
    fail({
      code: 'invalid-collector-config',
      what: 'the image is of another release than the one that the configuration is written for',
      given: `version '${version}', image :${tagged}`,
      allowed: 'the same version in both',
      fix: 'leave `version` out: it is read in the tag of the image',
    });
  }
}

/** @throws invalid-collector-config */
export function requireThreads(threads: number | undefined): void {
  if (threads !== undefined && !isWholeNumber(threads, 1, 1024)) {
    fail({
      code: 'invalid-collector-config',
      what: 'Vector does not start with this number of threads',
      given: String(threads),
      allowed: 'a whole number from 1 to 1024',
      fix: 'choose one of those, or leave it out',
    });
  }
}

/**
 * Refuses options of metadata that the source of Vector does not have.
 *
 * @throws unsupported-by-collector
 */
export function requireKnown({ _options: { namespaceAnnotations, podAnnotationsDecide } }: LogMetadata): void {
  if (namespaceAnnotations) {
    fail({
      code: 'unsupported-by-collector',
      what: 'Vector does not read annotations of namespaces',
      given: 'namespaceAnnotations: true',
      allowed: 'namespaceLabels',
      fix: 'use labels of the namespace, or LogCollector.fluentBit()',
    });
  }
  if (podAnnotationsDecide === false) {
    fail({
      code: 'unsupported-by-collector',
      what: 'Vector always lets pods leave themselves out: by the label vector.dev/exclude, and by the annotation '
        + 'vector.dev/exclude-containers',
      given: 'podAnnotationsDecide: false',
      allowed: 'podAnnotationsDecide: true',
      fix: 'leave it out, use LogMetadata.fromFileName(), or LogCollector.fluentBit()',
    });
  }
}
