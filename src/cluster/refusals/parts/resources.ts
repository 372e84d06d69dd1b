import { isGiven, listOf, mapOf, PartRule, PartRules, repeated, Wrong, wrong } from './part-rule';
import { keyPath } from '../../../private/field-path';
import { isDnsLabel, isQualifiedName } from '../../../private/names';
import { compareQuantities, isCountable, isMultiple, isQuantity, parseQuantity } from '../../../private/quantity';
import type { Wire } from '../../../private/wire';

const STANDARD: ReadonlySet<string> = new Set(['cpu', 'memory', 'ephemeral-storage']);

export function isHugePages(name: string): boolean {
  return name.startsWith('hugepages-');
}

function isExtended(name: string): boolean {
  return name.includes('/') && !/(^|\.)kubernetes\.io\//.test(name) && !name.startsWith('requests.');
}

/** Whether a container can ask for a resource of this name. */
export function isContainerResource(name: string): boolean {
  if (!isQualifiedName(name)) {return false;}
  if (!name.includes('/')) {return STANDARD.has(name) || isHugePages(name);}
  return /(^|\.)kubernetes\.io\//.test(name) || isExtended(name) && isQualifiedName(`requests.${name}`);
}

function* amount(name: string, given: unknown, at: string): Generator<Wrong> {
  if (!isContainerResource(name)) {
    yield wrong(at, 'a container cannot ask for a resource of this name', {
      given: name, allowed: 'cpu, memory, ephemeral-storage, hugepages-SIZE, or a name with a domain in front of it',
      fix: 'correct the name',
    });
    return;
  }
  const text = String(given);
  const parsed = parseQuantity(text);
  if (parsed === undefined) {return;}
  if (parsed.nanos < 0n) {
    yield wrong(at, 'there is no such amount', {
      code: 'invalid-quantity', given: text, allowed: 'a number of at least 0', fix: 'correct it',
    });
  } else if (isExtended(name) && !isCountable(text)) {
    yield wrong(at, 'devices are counted one by one', {
      code: 'invalid-quantity', given: text, allowed: 'a whole number', fix: 'round it',
    });
  } else if (isHugePages(name) && !isHugeMultiple(name, text)) {
    yield wrong(at, 'the amount is no multiple of the size of the pages', {
      code: 'invalid-quantity', given: text, allowed: `a multiple of ${name.slice('hugepages-'.length)}`, fix: 'round it',
    });
  }
}

function isHugeMultiple(name: string, text: string): boolean {
  const size = name.slice('hugepages-'.length);
  return isQuantity(size) && (parseQuantity(size)?.nanos ?? 0n) > 0n && isMultiple(text, size);
}

const requirements: PartRule = function* ({ requests, limits, claims }) {
  const [asked, most] = [mapOf(requests), mapOf(limits)];
  for (const [field, map] of [['limits', most], ['requests', asked]] as const) {
    for (const name in map) {yield* amount(name, map[name], keyPath(`.${field}`, name));}
  }
  for (const name in asked) {yield* againstLimit(name, asked, most);}
  const names = [...Object.keys(asked), ...Object.keys(most)];
  if (names.some(isHugePages) && !names.includes('cpu') && !names.includes('memory')) {
    yield wrong('', 'who asks for huge pages asks for cpu or memory too', { given: names.join(', '), fix: 'request cpu or memory' });
  }
  yield* claimed(listOf(claims));
};

function* againstLimit(name: string, asked: Wire, most: Wire): Generator<Wrong> {
  const [request, limit] = [asked[name], most[name]].map(String);
  const isExact = isExtended(name) || isHugePages(name);
  if (!isGiven(most[name])) {
    if (isExact && isContainerResource(name)) {
      yield wrong(keyPath('.limits', name), 'devices and huge pages have a limit', {
        given: 'no limit', allowed: `limit ${request}`, fix: 'give the limit: the request follows from it',
      });
    }
    return;
  }
  if (!isQuantity(request) || !isQuantity(limit)) {return;}
  const order = compareQuantities(request, limit);
  if (order > 0 || isExact && order !== 0) {
    yield wrong(keyPath('.requests', name), isExact
      ? 'of devices and huge pages request and limit are the same'
      : `more ${name} is requested than the limit allows`, {
      code: 'request-above-limit', given: `request ${request}, limit ${limit}`, allowed: isExact ? 'the same' : 'a request up to the limit',
      fix: 'raise the limit, or lower the request',
    });
  }
}

function* claimed(claims: readonly Wire[]): Generator<Wrong> {
  for (let index = 0; index < claims.length; index++) {
    const { name, request } = claims[index];
    if (name === '') {yield wrong(`.claims[${index}].name`, 'a claim has no name', { given: "''", fix: 'name a claim of the pod' });}
    if (typeof request === 'string' && request !== '' && !isDnsLabel(request)) {
      yield wrong(
        `.claims[${index}].request`, 'a request cannot have this name',
        { code: 'invalid-name', given: request, allowed: 'a DNS label', fix: 'correct it' },
      );
    }
  }
  yield* repeated(claims, index => `.claims[${index}]`, claim => JSON.stringify([claim.name, claim.request ?? '']));
}

export const RESOURCE_PARTS: PartRules = { ResourceRequirements: [requirements] };
