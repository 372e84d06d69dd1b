import { fail } from '../../private/agent-error';
import { entriesOf, isMap } from '../../private/entry';
import { checkFields, definitionOfKind, knownMinors } from '../../private/fields/fields';
import { requireLabels } from '../../private/metadata';
import { requireName } from '../../private/names';
import type { Wire } from '../../private/wire';

const ONE = 'give one item of `kubectl get nodes -o json`, or a manifest of kind Node';
const LIST = 'use SimulatedNode.fromManifests for a list';

/**
 * A copy of a v1 Node that someone gives. Fields that are not known are kept: clusters are newer than this library.
 *
 * @throws invalid-field, invalid-label, invalid-name
 */
export function readNodeManifest(object: unknown): Wire {
  if (Array.isArray(object)) {refuse('a list', LIST);}
  if (!isMap(object)) {refuse(String(object), ONE);}
  if (object.apiVersion !== 'v1' || object.kind !== 'Node') {
    refuse(`apiVersion: ${object.apiVersion ?? 'none'}, kind: ${object.kind ?? 'none'}`, Array.isArray(object.items) ? LIST : ONE);
  }
  const [
    wrong,
  ] = checkFields(definitionOfKind('v1', 'Node')!, object, { minor: knownMinors().newest, aspects: ['types', 'words', 'keys'] });
  if (wrong) {
    refuse(`${wrong.path}: expected ${wrong.allowed}, given ${wrong.given}`, 'write the field as `kubectl get nodes -o json` shows it');
  }
  requireName(object.metadata?.name ?? '', 'dns-subdomain', 'the name of the node');
  requireLabels(object.metadata.labels ?? undefined);
  return JSON.parse(JSON.stringify(object));
}

/** Every node of a list: what `kubectl get nodes -o json` prints, or a list of nodes. */
export function readNodeManifests(list: unknown): Wire[] {
  if (Array.isArray(list)) {return list.map(readNodeManifest);}
  if (!isMap(list)) {refuse(String(list), 'give what `kubectl get nodes -o json` prints');}
  return entriesOf(list).map(({ object }) => readNodeManifest(object));
}

function refuse(given: string, fix: string): never {
  fail({ code: 'invalid-field', what: 'this is no node', given, allowed: 'an object of apiVersion v1 and kind Node', fix });
}
