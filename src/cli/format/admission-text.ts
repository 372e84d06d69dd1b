import type { Colours } from './colours';
import { tableLines } from './table';
import { Admission, isRefused, Objection } from '../../cluster/admission/admission';
import { namespaceOf } from '../../private/entry';
import type { Output } from '../io';
import { titleOf, writtenAt } from '../object-name';
import { count, printable } from '../printable';

const VERB = { enforce: 'refuses these pods', warn: 'lets them in with a warning', audit: 'lets them in and writes it down' } as const;

/** What people read of what becomes of pods: refused ones first in what is said of each, and at the end how many. */
export function admissionText(admissions: readonly Admission[], { isTerminal, columns }: Output, colours: Colours): string {
  return [
    ...admissions.flatMap(admission => [...linesOf(admission, colours), '']),
    ...isTerminal && admissions.length > 1 ? [...summary(admissions, columns, colours), ''] : [],
    ...total(admissions, colours),
  ].map(line => `${line}\n`).join('');
}

function linesOf(admission: Admission, colours: Colours): string[] {
  const { about, level, reasons, objections, version } = admission;
  const paint = { privileged: colours.red, baseline: colours.yellow, restricted: colours.green }[level];
  return [
    `${colours.bold(titleOf(about))}: ${paint(level)} by ${version.text} ${colours.dim(`(${writtenAt(about)})`)}`,
    ...objections.map(objection => `  ${objectionText(objection, colours)}`),
    ...(['privileged', 'baseline'] as const).flatMap(worse => reasons.filter(({ stricterThan }) => stricterThan === worse)
      .map(({ message }) => `  not ${worse === 'privileged' ? 'baseline' : 'restricted'}: ${printable(message)}`)),
  ];
}

function objectionText({ mode, policy, level, version, reasons }: Objection, colours: Colours): string {
  const text = `Namespace ${printable(policy.about.name)} has ${mode}=${level}:${version.text} and ${VERB[mode]}: `
    + `${printable(reasons.map(({ message }) => message).join(', '))}`;
  return mode === 'enforce' ? colours.red(`refused: ${text}`) : `${mode}: ${text}`;
}

function summary(admissions: readonly Admission[], columns: number | undefined, colours: Colours): string[] {
  const [head, ...rows] = tableLines({
    head: ['object', 'level', 'namespace', 'pods'],
    rows: admissions.map(admission => [
      printable(`${admission.about.kind} ${admission.about.name}`), admission.level, printable(namespaceOf(admission.about)),
      isRefused(admission) ? 'refused' : 'admitted',
    ]),
  }, columns);
  return [colours.bold(head), ...rows];
}

function total(admissions: readonly Admission[], colours: Colours): string[] {
  const levels = ([
    'privileged', 'baseline', 'restricted',
  ] as const).map(level => `${admissions.filter(each => each.level === level).length} `
    + `${level}`);
  const refused = admissions.filter(isRefused);
  return [
    admissions.length === 0 ? 'nothing here makes pods' : `${count(admissions.length, 'object')} with pods: ${levels.join(', ')}`,
    ...refused.length === 0 ? [] : [colours.red(`${refused.length} of them ${refused.length === 1 ? 'makes' : 'make'} pods that their `
      + 'namespace refuses: '
      + 'label the namespace with a level that they meet, or change the pods')],
  ];
}
