import type { Entry } from '../../private/entry';
import type { Unsoundness } from '../../cluster/inventory/soundness';
import type { FieldFinding } from '../../private/fields/field-finding';
import { checkFields, definitionOfKind } from '../../private/fields/fields';
import { tooNew } from '../../private/too-new';
import type { Finding } from '../finding';

/** What the API server of a minor would refuse in an object by the names and the types of its fields alone, without what other checks tell better. */
export function fieldFindings(about: Entry, minor: number): Finding[] {
  const definition = definitionOfKind(about.apiVersion, about.kind);
  if (definition === undefined) {return [];}
  const found = checkFields(definition, about.object, { minor, requireRequired: true });
  return found.filter(finding => isWorthTelling(about, finding)).map(finding => tell(about, finding, minor));
}

/** A wrong type as a finding. */
export function wrongType({ about, path, wanted, given }: Unsoundness): Finding {
  return {
    code: 'invalid-field', level: 'error', about, path, what: 'the field is of the wrong type', given, wanted,
    fix: wanted === 'string' ? 'put it in quotes: YAML reads numbers, yes, on and the like as something else than texts'
      : /^(boolean|integer|number)$/.test(wanted) && given.startsWith("'") ? 'remove the quotes: the API server reads no numbers and truth values in texts' : 'write it as the Kubernetes API does',
  };
}

/** Lists in which two items of one key are told of by a rule, or as a contradiction. */
const TOLD_ELSEWHERE = new Set([
  'Container.env', 'Container.ports', 'Container.volumeMounts', 'PodSpec.containers', 'PodSpec.hostAliases', 'PodSpec.imagePullSecrets', 'PodSpec.initContainers', 'PodSpec.volumes',
]);

/** Fields whose absence is told of as a contradiction, or that the API server does without, other than its schema has it. */
const UNTOLD_MISSING = new Set(['CSIDriver.spec', 'PodSpec.containers']);

/** Pods that end may say so. */
const ENDING = /^(CronJob|Job|Pod|PodTemplate)$/;

function isWorthTelling({ kind }: Entry, { kind: what, path, field, definition, expected = '' }: FieldFinding): boolean {
  // nobody writes the status, and the server drops what someone does
  if (path === 'status' || path.startsWith('status.') || path.startsWith('metadata.managedFields')) {return false;}
  switch (what) {
    case 'wrong-type': return expected.startsWith('one of ') && !(definition === 'PodSpec' && field === 'restartPolicy' && ENDING.test(kind));
    case 'duplicate-key': return !TOLD_ELSEWHERE.has(`${definition}.${field}`);
    case 'missing-field': return !UNTOLD_MISSING.has(`${definition}.${field}`) && field !== 'selector' && field !== 'template';
    default: return true;
  }
}

function tell(about: Entry, finding: FieldFinding, minor: number): Finding {
  const { path, definition, field, suggestion, since, until, expected, given, repeats } = finding;
  const base = { level: 'error', about, path } as const;
  switch (finding.kind) {
    case 'unknown-field': return {
      ...base, code: 'unknown-field', what: `the Kubernetes API has no field ${field} in ${definition}`, given: field, ...suggestion !== undefined && { wanted: suggestion },
      fix: suggestion === undefined ? 'remove it, or move it to where it belongs: the API server refuses it, or drops it in silence' : `did you mean ${suggestion}?`,
    };
    case 'too-new': {
      const { what, given: version, allowed } = tooNew({ what: `the field ${field}`, since: since!, oldest: minor, alternative: '' });
      return { ...base, code: 'field-too-new', what, given: version?.replace('kubernetesVersion', 'Kubernetes'), wanted: allowed, fix: 'leave it out until the oldest cluster has that version' };
    }
    case 'gone': return {
      ...base, code: 'unknown-field', what: `the Kubernetes API has no field ${field} in ${definition} any more`, given: `Kubernetes 1.${minor}`, wanted: `1.${until} or older`, fix: 'remove it',
    };
    case 'duplicate-key': return {
      ...base, code: 'invalid-field', level: about.kind === 'ServiceAccount' ? 'warning' : 'error', what: `the same entry stands in ${repeats}`, given, wanted: expected, fix: 'keep one of them',
    };
    case 'missing-field': return { ...base, code: 'invalid-field', what: `${field} is missing`, wanted: expected, fix: 'add it: the API server refuses the object without it' };
    case 'wrong-type': return { ...base, code: 'invalid-field', what: `the Kubernetes API does not know this value of ${field}`, given, wanted: expected, fix: 'use one of these words, in this spelling' };
  }
}
