import { attempt } from '../../private/attempt';
import { keyPath } from '../../private/field-path';
import { Finding, finding } from '../../private/finding';
import { produced } from '../../private/lazy-values';
import { nameFinding } from '../../private/names';
import { Wire } from '../../private/wire';

/**
 * Labels or annotations whose values are known only at synth, where the API server would refuse what they come to. One that comes to
 * nothing would be left out, and a selector would select more.
 *
 * @param what `a label of the pods`
 */
export function* wrongLateTexts(kind: 'label'
  | 'annotation', what: string, texts: { readonly [key: string]: unknown } | undefined, path: string): Generator<Finding> {
  for (const key in texts) {
    if (typeof texts[key] === 'string') {continue;}
    // what cannot be produced is reported when it is written
    const value = attempt(() => ({ text: produced(texts[key]) }));
    if (value === undefined) {continue;}
    const place = { path: keyPath(path, key) };
    const subject = `${what} ${key}`;
    if (typeof value.text !== 'string') {
      yield finding({
        ...place, code: 'unset-value', what: `${subject} comes after the synthesis and has no effect`, given: String(value.text),
        allowed: 'a text',
        fix: 'have the late value produce a text',
      });
      continue;
    }
    const wrong = kind === 'label' ? nameFinding(value.text, 'label-value', subject, place) : undefined;
    if (wrong) {yield wrong;}
  }
}

/**
 * The same of all metadata of an object.
 *
 * @param what `the DaemonSet 'agent'`
 */
export function* wrongLateMetadata(
  what: string, { labels, annotations }: { readonly labels?: Wire; readonly annotations?: Wire },
): Generator<Finding> {
  yield* wrongLateTexts('label', `a label of ${what}:`, labels, 'metadata.labels');
  yield* wrongLateTexts('annotation', `an annotation of ${what}:`, annotations, 'metadata.annotations');
}
