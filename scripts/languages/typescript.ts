import { join } from 'node:path';
import { AppName, EXAMPLES, Language, ROOT } from './language';

/** Runs on the compiled library, as the other languages do. */
export const TYPESCRIPT: Language = {
  name: 'TypeScript',
  tools: [],
  exception: /^(?=\w*Error: )/,
  prepare: async () => app => ({
    program: process.execPath,
    args: [join(ROOT, 'node_modules', 'ts-node', 'dist', 'bin.js'), '-T', sourceOf(app)],
  }),
};

/** The fleet is an example of its own, whose YAML is committed. */
export function sourceOf(app: AppName): string {
  return app === 'fleet' ? join(ROOT, 'examples', 'fleet', 'main.ts') : join(EXAMPLES, 'typescript', `${app}.ts`);
}
