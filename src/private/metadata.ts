import { isQualifiedName, requireName } from './names';

/** Labels that the API server takes, on an object or in a selector. */
export function requireLabels(labels: { readonly [key: string]: string } | undefined): void {
  for (const key in labels) {
    requireName(key, 'label-key', 'a label');
    // what is known only at synth is not looked at
    if (typeof labels[key] === 'string') {requireName(labels[key], 'label-value', `the label ${key}`);}
  }
}

/** Annotations that the API server takes: their values are any text. */
export function requireAnnotations(annotations: { readonly [key: string]: string } | undefined): void {
  for (const key in annotations) {
    // other than labels, annotations may have capitals before the slash
    if (!isQualifiedName(key.toLowerCase())) {requireName(key, 'label-key', 'an annotation');}
  }
}
