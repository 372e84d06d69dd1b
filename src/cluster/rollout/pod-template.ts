import { normalize } from '../../private/fields/normalize';
import { isEqual, storedForm } from '../../private/fields/stored-form';
import type { Wire } from '../../private/wire';

/**
 * Whether two pod templates are one to the API server: in any order of keys, in any spelling of quantities, and with or without what it
 * fills in. Each other difference replaces all pods, one in an annotation too.
 */
export function isSameTemplate(a: Wire, b: Wire): boolean {
  return a === b || isEqual(storedForm('PodTemplateSpec', a), storedForm('PodTemplateSpec', b));
}

/** Whether two label selectors are one. */
export function isSameSelector(a: Wire | undefined, b: Wire | undefined): boolean {
  return isEqual(normalize('LabelSelector', a ?? {}), normalize('LabelSelector', b ?? {}));
}
