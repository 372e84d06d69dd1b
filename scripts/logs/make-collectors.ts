/**
 * Makes docs/log-collectors.md from what each collector says it can do:
 *
 *     npx ts-node -T scripts/logs/make-collectors.ts
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Answer, Choices, isCannot } from '../../src/logs/support/choice';
import { CollectorSupport } from '../../src/logs/support/collector-support';
import { COLLECTORS } from '../../src/logs/support/collectors';
import { DESTINATION_CHOICES } from '../../src/logs/support/destination-choices';
import { FILTER_CHOICES } from '../../src/logs/support/filter-choices';
import { INPUT_CHOICES } from '../../src/logs/support/input-choices';

type AnyChoices = Choices<never>;
type AnyAnswer = Answer<unknown>;

/** A part of the page: every kind with its choices, and what a collector says of it. */
interface Part {
  readonly title: string;
  readonly factory: string;
  readonly kinds: { readonly [kind: string]: AnyChoices };
  readonly answers: (support: CollectorSupport) => { readonly [kind: string]: AnyAnswer };
}

const PARTS: readonly Part[] = [
  { title: 'Inputs', factory: 'LogInput', kinds: INPUT_CHOICES, answers: ({ inputs }) => inputs },
  { title: 'Filters', factory: 'LogFilter', kinds: FILTER_CHOICES, answers: ({ filters }) => filters },
  { title: 'Destinations', factory: 'LogDestination', kinds: DESTINATION_CHOICES, answers: ({ destinations }) => destinations },
];

/** The text of docs/log-collectors.md. */
export function collectorsPage(): string {
  return `<!-- made by npm run generate -->
# What each log collector can do

\`yes\` is everything that the options say. Where collectors differ, the values that one lacks are named. What a collector cannot do is an error at synth
([unsupported-by-collector](errors/unsupported-by-collector.md)) that names one that can.

${PARTS.map(partText).join('\n')}
## Metadata of pods

| \`LogMetadata\` |${header()}
${(['api', 'kubelet', 'fileName', 'none'] as const).map(source =>
  row([`\`${source === 'none' ? 'none' : `from${source[0].toUpperCase()}${source.slice(1)}`}\``,
    ...COLLECTORS.map(({ metadata }) => metadata.includes(source) ? 'yes' : 'no')])).join('\n')}

## Nodes

| \`NodeCoverage\` |${header()}
${row(['\`windows\`', ...COLLECTORS.map(({ runsOnWindows }) => runsOnWindows ? 'yes, without the journal, rotated files and paths of Linux' : 'no')])}
`;
}

function partText({ title, factory, kinds, answers }: Part): string {
  return `## ${title}

| \`${factory}\` |${header()}
${Object.entries(kinds).map(([kind, choices]) => row([`\`${kind}\``, ...COLLECTORS.map(support => cell(choices, answers(support)[kind]))])).join('\n')}
`;
}

function header(): string {
  return ` ${COLLECTORS.map(({ program }) => program).join(' | ')} |\n| --- |${' --- |'.repeat(COLLECTORS.length)}`;
}

function cell(choices: AnyChoices, answer: AnyAnswer): string {
  if (isCannot(answer)) {return `no: ${answer.cannot}`;}
  const has = answer as { readonly [option: string]: readonly string[] };
  const lacking = Object.entries(choices).flatMap(([option, { values }]) => {
    const without = (values as readonly string[]).filter(value => !has[option].includes(value));
    return without.length === 0 ? [] : [`\`${option}\` ${without.map(value => `\`${value}\``).join(', ')}`];
  });
  return lacking.length === 0 ? 'yes' : `yes, without ${lacking.join('; ')}`;
}

function row(cells: readonly string[]): string {
  return `| ${cells.map(text => text.replace(/\|/g, '\\|')).join(' | ')} |`;
}

if (require.main === module) {
  writeFileSync(join(__dirname, '..', '..', 'docs', 'log-collectors.md'), collectorsPage());
}
