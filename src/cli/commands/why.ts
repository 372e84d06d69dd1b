import { RULES } from '../../checks/rules';
import { InputError } from '../../cluster/inventory/read/input-error';
import { ERROR_CATALOGUE } from '../../private/error-catalogue';
import { nearest } from '../../private/nearest';
import { pageOfCode } from '../../private/pages';
import type { Command, Given } from '../command';
import { coloursFor } from '../format/colours';
import { errorEntryOf } from '../format/finding-text';
import { wrapped } from '../format/wrap';
import type { Io } from '../io';

export const why: Command = {
  summary: 'explain a rule or an error code: what is wrong, why it matters, and what to do',
  takes: 'CODE...',
  readsNothing: true,
  options: {},
  run,
};

async function run({ paths }: Given, io: Io): Promise<number> {
  if (paths.length === 0) {
    throw new InputError('name a code, such as node-agents why host-port-conflict: `node-agents rules` lists the rules');
  }
  const { bold } = coloursFor(io.stdout, io.env);
  const columns = io.stdout.isTerminal ? io.stdout.columns : undefined;
  const texts = paths.map(code => {
    const lines = linesOf(code).flatMap(([title, text]) => wrapped(text, 4, columns, `  ${title}: `));
    return [bold(code), ...lines, `  ${pageOfCode(code)}`].map(line => `${line}\n`).join('');
  });
  await io.stdout.write(texts.join('\n'));
  return 0;
}

type Line = readonly [title: string, text: string];

function linesOf(code: string): Line[] {
  const rule = RULES.find(({ id }) => id === code);
  if (rule) {
    const { summary, level, looksAt, why: reason, fix } = rule;
    return [['what', summary], ['level', level], ['looks at', looksAt], ['why', reason], ['fix', fix]];
  }
  const entry = errorEntryOf(code) ?? unknown(code);
  return [['what', entry.summary], ['refused by', entry.refusedBy], ['why', entry.why], ['fix', entry.fix]];
}

function unknown(code: string): never {
  const meant = nearest(code, [...RULES.map(({ id }) => id), ...Object.keys(ERROR_CATALOGUE)]);
  throw new InputError(
    `there is no rule or error ${code}${meant === undefined ? ': `node-agents rules` lists the rules' : `: did you mean ${meant}?`}`,
  );
}
