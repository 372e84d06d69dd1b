import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE, EXAMPLES, Language, pinned, run } from './language';

const LIBRARY = 'github.com/cdk8s-node-agents/cdk8s-node-agents-go/cdk8snodeagents';
const CDK8S = 'github.com/cdk8s-team/cdk8s-core-go/cdk8s/v2';
/** What cdk8s-plus-28 asks for: not every module proxy has it, and an older one does. */
const ASKED_BY_PLUS = 'v2.68.106';

export const GO: Language = {
  name: 'Go',
  tools: ['go'],
  exception: /^panic: /,
  prepare: async bindings => {
    const folder = join(CACHE, 'go');
    mkdirSync(folder, { recursive: true });
    // a workspace, so that the go.mod of the example is one that a user could have
    const workspace = join(folder, 'go.work');
    writeFileSync(workspace, [
      'go 1.25',
      `use ${join(EXAMPLES, 'go')}`,
      `replace ${LIBRARY} => ${join(bindings, 'go', 'cdk8snodeagents')}`,
      `replace ${CDK8S} ${ASKED_BY_PLUS} => ${CDK8S} v${pinned('cdk8s')}`,
      '',
    ].join('\n'));
    const cwd = join(EXAMPLES, 'go');
    const flags = (await run('go', ['env', 'GOFLAGS'], { cwd })).trim();
    await run('go', ['build', '-o', join(folder, 'bin/'), './...'], {
      cwd,
      env: { GOWORK: workspace, GOMODCACHE: join(folder, 'modules'), GOFLAGS: `${flags} -modcacherw` },
    });
    return app => ({ program: join(folder, 'bin', app), args: [] });
  },
};
