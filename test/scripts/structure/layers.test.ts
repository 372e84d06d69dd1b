import { upwardImports } from '../../../scripts/structure/layers';

const imports = (file: string, target: string) => upwardImports(new Map([[file, [target]]]));

test.each([
  ['cluster/a.ts', 'private/b.ts'], ['checks/rules/a.ts', 'cluster/b.ts'], ['agent/a.ts', 'checks/b.ts'], ['logs/a.ts', 'presets/b.ts'],
  ['logs/a.ts', 'logs/private/b.ts'], ['cli/a.ts', 'checks/b.ts'], ['index.ts', 'cli/a.ts'],
])('%s may import %s', (file, target) => {
  expect(imports(file, target)).toEqual([]);
});

test.each([
  ['private/a.ts', 'cluster/b.ts'], ['cluster/a.ts', 'checks/b.ts'], ['checks/a.ts', 'agent/b.ts'], ['agent/a.ts', 'presets/b.ts'],
  ['agent/a.ts', 'logs/b.ts'],
  ['logs/a.ts', 'metrics/b.ts'], ['testing/a.ts', 'logs/b.ts'], ['presets/a.ts', 'storage/b.ts'],
])('%s may not import %s', (file, target) => {
  expect(imports(file, target)).toEqual([[file, target]]);
});
