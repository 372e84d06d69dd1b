import { RULES } from '../../checks/rules';
import { InputError } from '../../cluster/inventory/read/input-error';
import { pageOfCode } from '../../private/pages';
import { COMMON, type Command, type Given } from '../command';
import { coloursFor } from '../format/colours';
import { writeArray } from '../format/json';
import { tableLines } from '../format/table';
import type { Io } from '../io';

export const rules: Command = {
  summary: 'list the rules of check, each with its level and what is wrong',
  takes: '',
  readsNothing: true,
  options: { format: COMMON.format },
  run,
};

async function run({ paths, options }: Given, io: Io): Promise<number> {
  if (paths.length > 0) {throw new InputError('rules takes no files: `node-agents why CODE` explains one rule');}
  if (options.format === 'json') {
    const all = RULES.map(({ id, level, refusedBy = 'nobody', summary, looksAt, why, fix }) =>
      ({ id, level, refusedBy, summary, looksAt, why, fix, page: pageOfCode(id) }));
    await writeArray(io.stdout, all.map(rule => JSON.stringify(rule)));
    return 0;
  }
  const table = { head: ['rule', 'level', 'what is wrong'], rows: RULES.map(({ id, level, summary }) => [id, level, summary]) };
  const [head, ...rows] = tableLines(table, io.stdout.columns);
  await io.stdout.write([coloursFor(io.stdout, io.env).bold(head), ...rows].map(line => `${line}\n`).join(''));
  return 0;
}
