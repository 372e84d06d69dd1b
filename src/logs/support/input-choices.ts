import { Choice, Choices } from './choice';
import { InputKind, InputKinds } from '../inputs/input-kinds';
import { MultilineLogs } from '../multiline-logs';

const files: Choice<'current' | 'currentAndRotated', InputKinds['containers']> = {
  values: ['current', 'currentAndRotated'],
  asked: options => options.files === undefined ? [] : [options.files],
};

const format: Choice<'cri' | 'docker', InputKinds['containers']> = {
  values: ['cri', 'docker'],
  asked: options => options.format === undefined ? [] : [options.format],
};

const multiline: Choice<'java' | 'python' | 'go' | 'ruby' | 'start', { readonly multiline?: MultilineLogs[] }> = {
  values: ['java', 'python', 'go', 'ruby', 'start'],
  asked: options => (options.multiline ?? []).map(({ kind }) => kind as 'java'),
};

/** A parser by its name: what names there are depends on the collector. */
const parser: Choice<'byName', InputKinds['files']> = {
  values: ['byName'],
  asked: options => options.parser === undefined ? [] : ['byName'],
};

/** The options of each kind of input in which collectors differ. */
export const INPUT_CHOICES = {
  containers: { files, format, multiline },
  journal: {},
  files: { multiline, parser },
} satisfies { readonly [Kind in InputKind]: Choices<InputKinds[Kind]> };

export type InputChoices = typeof INPUT_CHOICES;
