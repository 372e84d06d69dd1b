import { listOf, PartRules, wrong } from './part-rule';

export const METADATA_PARTS: PartRules = {
  ObjectMeta: [function* ({ ownerReferences }) {
    const controllers = listOf(ownerReferences).filter(({ controller }) => controller === true);
    if (controllers.length > 1) {
      yield wrong('.ownerReferences', 'several owners are the controller of the object', {
        given: controllers.map(({ kind, name }) => `${kind}/${name}`).join(', '), allowed: 'one controller',
      });
    }
  }],
  OwnerReference: [function* ({ apiVersion, kind }) {
    if (apiVersion === 'v1'
      && kind === 'Event') {yield wrong('', 'an Event cannot own anything', { given: 'v1 Event', fix: 'name another owner' });}
    if (typeof apiVersion === 'string' && (apiVersion.endsWith('/') || apiVersion.split('/').length > 2)) {
      yield wrong('.apiVersion', 'apiVersion has no version', { given: apiVersion, allowed: 'group/version', fix: 'correct it' });
    }
  }],
  LabelSelectorRequirement: [function* ({ operator, values }) {
    const count = Array.isArray(values) ? values.length : 0;
    if ((operator === 'In' || operator === 'NotIn') && count === 0) {
      yield wrong('.values', `${operator} has no values`, {
        code: 'invalid-label', given: 'no value', allowed: 'at least one value',
        fix: 'name the values, or ask for the label alone with Exists',
      });
    }
    if ((operator === 'Exists' || operator === 'DoesNotExist') && count > 0) {
      yield wrong('.values', `${operator} has values`, {
        code: 'invalid-label', given: values, allowed: 'no value', fix: 'leave the values out, or ask for them with In',
      });
    }
  }],
};
