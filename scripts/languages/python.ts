import { join } from 'node:path';
import { CACHE, EXAMPLES, hashOf, Language, once, pinned, run } from './language';

export const PYTHON: Language = {
  name: 'Python',
  tools: ['python3'],
  exception: /^RuntimeError: /,
  prepare: async bindings => {
    const packages = [
      ...['cdk8s', 'cdk8s-plus-28', 'constructs'].map(name => `${name}==${pinned(name)}`),
      `jsii==${pinned('jsii-pacmak')}`,
    ];
    const venv = join(CACHE, 'python', hashOf(packages.join() + await run('python3', ['--version'])));
    const python = join(venv, 'bin', 'python');
    await once(join(venv, 'complete'), async () => {
      await run('python3', ['-m', 'venv', '--clear', venv]);
      await run(python, ['-m', 'pip', 'install', '--quiet', ...packages]);
    });
    return app => ({
      program: python,
      args: [join(EXAMPLES, 'python', `${app.replace(/-/g, '_')}.py`)],
      env: { PYTHONPATH: join(bindings, 'python', 'src'), PYTHONDONTWRITEBYTECODE: '1' },
    });
  },
};
