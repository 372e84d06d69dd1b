import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fakeIo } from './fake-io';
import { run } from '../../src/cli/run';

const PLATFORM = join(__dirname, '..', '..', 'examples', 'platform');
const README = readFileSync(join(PLATFORM, 'README.md'), 'utf8');
const SHOWN = [
  ...README.matchAll(/```console\n\$ npx node-agents (.+)\n([\s\S]*?)```/g),
].map(([, command, output]): [string, string] => [command, output]);

test('the README of the example shows four questions', () => {
  expect(SHOWN.map(([command]) => command.split(' ')[0])).toEqual(['explain', 'rollout', 'capacity', 'check']);
});

test.each(SHOWN)('`node-agents %s` answers what the README shows', async (command, output) => {
  const before = process.cwd();
  process.chdir(PLATFORM);
  try {
    const io = fakeIo();
    await run(command.split(' '), io);
    expect(io.out().trimEnd()).toBe(output.trimEnd());
  } finally {
    process.chdir(before);
  }
});
