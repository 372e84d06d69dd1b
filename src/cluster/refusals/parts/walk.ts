import { CONFIGURATION_PARTS } from './configuration';
import { CONTAINER_PARTS } from './containers';
import { JOB_PARTS } from './jobs';
import { METADATA_PARTS } from './metadata';
import type { Around, PartRules, Wrong } from './part-rule';
import { POD_PARTS } from './pods';
import { POLICY_PARTS } from './policies';
import { QUOTA_PARTS } from './quotas';
import { RBAC_PARTS } from './rbac';
import { RESOURCE_PARTS } from './resources';
import { SCHEDULING_PARTS } from './scheduling';
import { SECURITY_PARTS } from './security';
import { SERVICE_PARTS } from './services';
import { STORAGE_PARTS } from './storage';
import { VOLUME_PARTS } from './volumes';
import { WORKLOAD_PARTS } from './workloads';
import { attempt } from '../../../private/attempt';
import { fieldOf, FieldType, SWITCHED_OFF } from '../../../private/fields/fields';

/** All rules, by the definitions that they are about. */
const RULES: PartRules = {
  ...CONFIGURATION_PARTS, ...CONTAINER_PARTS, ...JOB_PARTS, ...METADATA_PARTS, ...POD_PARTS, ...POLICY_PARTS, ...QUOTA_PARTS, ...RBAC_PARTS,
  ...RESOURCE_PARTS, ...SCHEDULING_PARTS, ...SECURITY_PARTS, ...SERVICE_PARTS, ...STORAGE_PARTS, ...VOLUME_PARTS, ...WORKLOAD_PARTS,
};

/** The definitions that a rule is about. */
export const DEFINITIONS_WITH_RULES: readonly string[] = Object.keys(RULES);

/**
 * What the API server refuses in a value of a definition and in all of its parts, by what their fields are to each other. Each part is
 * looked at once.
 *
 * @param path where the value is in its object
 */
export function wrongParts(definition: string, value: unknown, around: Around, path: string = ''): Wrong[] {
  const found: Wrong[] = [];
  visitDefinition(definition, value, path, around, found);
  return found;
}

function visit(type: FieldType, value: unknown, path: string, around: Around, found: Wrong[]): void {
  if (type.kind === 'definition') {
    visitDefinition(type.definition, value, path, around, found);
  } else if (type.kind === 'list') {
    if (type.of.kind === 'definition'
      && Array.isArray(value)) {value.forEach((item, index) => visit(type.of, item, `${path}[${index}]`, around, found));}
  }
}

function visitDefinition(definition: string, value: unknown, path: string, around: Around, found: Wrong[]): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || SWITCHED_OFF.has(definition)
    || definition === 'OwnerReference' && !path.startsWith('metadata')) {return;}
  const part = value as { readonly [field: string]: unknown };
  for (const field in part) {
    const inner = part[field];
    if (typeof inner !== 'object' || inner === null) {continue;}
    const type = fieldOf(definition, field)?.type;
    if (type !== undefined && field !== 'status') {visit(type, inner, path === '' ? field : `${path}.${field}`, around, found);}
  }
  // metadata of templates are checked when something is made of them
  if (!Object.hasOwn(RULES, definition) || definition === 'ObjectMeta' && path !== 'metadata') {return;}
  for (const rule of RULES[definition]) {
    // a rule may stumble over what is of another type than the API says, which is found by itself
    for (const each of attempt(() => [...rule(part, around)]) ?? []) {
      found.push({ ...each, at: path === '' ? each.at.replace(/^\./, '') : `${path}${each.at}` });
    }
  }
}
