import { isGiven, Wrong, wrong } from './part-rule';
import { isQualifiedName } from '../../../private/names';
import { canonicalQuantity, isQuantity } from '../../../private/quantity';
import type { Wire } from '../../../private/wire';

const FIELDS: { readonly [of in 'variable' | 'volume']: readonly string[] } = {
  variable: [
    'metadata.name', 'metadata.namespace', 'metadata.uid', 'spec.nodeName', 'spec.serviceAccountName', 'status.hostIP', 'status.hostIPs',
    'status.podIP', 'status.podIPs', 'spec.host',
  ],
  volume: ['metadata.name', 'metadata.namespace', 'metadata.uid', 'metadata.labels', 'metadata.annotations'],
};

const SUBSCRIPT = /^(metadata\.(?:labels|annotations))\['(.*)'\]$/;

/** A field of the pod that a variable or a file shows. */
export function* fieldRef({ apiVersion, fieldPath }: Wire, at: string, of: 'variable' | 'volume'): Generator<Wrong> {
  if (isGiven(apiVersion) && apiVersion !== 'v1' && apiVersion !== '') {
    yield wrong(`${at}.apiVersion`, 'pods have another version', { given: apiVersion, allowed: 'v1', fix: 'leave it out' });
  }
  if (typeof fieldPath !== 'string' || fieldPath === '') {return;}
  const subscript = SUBSCRIPT.exec(fieldPath);
  const isKnown = subscript
    ? isQualifiedName(subscript[1] === 'metadata.annotations' ? subscript[2].toLowerCase() : subscript[2])
    : FIELDS[of].includes(fieldPath);
  if (isKnown) {return;}
  yield wrong(`${at}.fieldPath`, `no ${of === 'variable' ? 'variable' : 'file'} can show this field of the pod`, {
    given: fieldPath, allowed: `${FIELDS[of].join(', ')}, metadata.labels['KEY'] and metadata.annotations['KEY']`,
    fix: 'name one of these fields',
  });
}

const RESOURCE = /^(requests|limits)\.(cpu|memory|ephemeral-storage|hugepages-.*)$/;

const UNITS = ['1', '1k', '1M', '1G', '1T', '1P', '1E', '1Ki', '1Mi', '1Gi', '1Ti', '1Pi', '1Ei'];

/** A resource of a container that a variable or a file shows. */
export function* resourceRef({ resource, divisor }: Wire, at: string): Generator<Wrong> {
  const found = typeof resource === 'string' ? RESOURCE.exec(resource) : null;
  if (resource !== undefined && found === null) {
    yield wrong(`${at}.resource`, 'no variable or file can show this resource', {
      given: resource, allowed: 'requests. or limits. with cpu, memory, ephemeral-storage or hugepages-SIZE', fix: 'name one of these',
    });
  }
  if (found === null || !isGiven(divisor) || !isQuantity(String(divisor))) {return;}
  const unit = canonicalQuantity(String(divisor));
  const units = found[2] === 'cpu' ? ['1m', '1'] : UNITS;
  if (unit !== '0' && !units.includes(unit)) {
    yield wrong(`${at}.divisor`, 'the resource cannot be shown in this unit', {
      given: String(divisor), allowed: units.join(', '), fix: 'use one of these units',
    });
  }
}
