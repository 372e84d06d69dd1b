import { join } from 'node:path';
import { EXAMPLES, Language, ROOT } from './language';

/** Runs on the compiled library, as the other languages do. */
export const TYPESCRIPT: Language = {
  name: 'TypeScript',
  tools: [],
  exception: /^(?=\w*Error: )/,
  prepare: async () => app => ({
    program: process.execPath,
    args: [join(ROOT, 'node_modules', 'ts-node', 'dist', 'bin.js'), '-T', join(EXAMPLES, 'typescript', `${app}.ts`)],
  }),
};
