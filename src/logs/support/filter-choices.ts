import { Choice, Choices } from './choice';
import { DEFAULT_REPLACEMENT, FilterKind, FilterKinds } from '../filters/filter-kinds';

/** What a field gets: a text, the name of the node, or what another field has. */
const value: Choice<'text' | 'nodeName' | 'field', FilterKinds['addFields']> = {
  values: ['text', 'nodeName', 'field'],
  asked: ({ fields }) => Object.values(fields).map(({ _source: { from } }) => from === 'text' || from === 'nodeName' ? from : 'field'),
};

const format: Choice<'json' | 'logfmt' | 'nginx' | 'regex', FilterKinds['parse']> = {
  values: ['json', 'logfmt', 'nginx', 'regex'],
  asked: does => [does.format.kind as 'json'],
};

/** What stands in place of a text: what it is by default, or something else. */
const replacement: Choice<'****' | 'own', FilterKinds['redact']> = {
  values: ['****', 'own'],
  asked: does => [does.replacement === DEFAULT_REPLACEMENT ? DEFAULT_REPLACEMENT : 'own'],
};

/** The options of each kind of filter in which collectors differ. */
export const FILTER_CHOICES = {
  keep: {},
  addFields: { value },
  renameFields: {},
  removeFields: {},
  redact: { replacement },
  parse: { format },
  sample: {},
  throttle: {},
} satisfies { readonly [Kind in FilterKind]: Choices<FilterKinds[Kind]> };

export type FilterChoices = typeof FILTER_CHOICES;
