import { LokiDestinationOptions } from './loki-destination-options';
import { RemoteDestination, remoteDestination } from './remote-destination';
import { fail, quote } from '../../private/agent-error';
import { sortedEntries } from '../../private/wire';
import { requireLineSource } from '../private/log-source';

/** Loki refuses names that Prometheus would refuse. */
export function lokiDestination(options: LokiDestinationOptions): RemoteDestination<LokiDestinationOptions> {
  sortedEntries(options.labels).forEach(([name]) => requireLabel(name, 'label'));
  sortedEntries(options.structuredMetadata).forEach(([name]) => requireLabel(name, 'structured metadata'));
  if (options.tenantFrom !== undefined) {
    requireLineSource(options.tenantFrom._source, 'tenantFrom', 'use `tenantId` for one tenant, or LogValue.namespaceName()');
  }
  return remoteDestination(options, { path: '/loki/api/v1/push' });
}

function requireLabel(name: string, what: string): void {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) {
    fail({
      code: 'invalid-destination',
      what: `Loki refuses this name of a ${what}`,
      given: quote(name),
      allowed: 'letters, digits and `_`, not a digit first',
      fix: `write ${quote(name.replace(/[^A-Za-z0-9_]/g, '_').replace(/^(?=\d)/, '_') || 'job')}`,
    });
  }
}
