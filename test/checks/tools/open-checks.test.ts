import { accept, container, hardened, PRIVILEGED } from './hardened';
import { openChecks } from '../../../src/checks/tools/open-checks';

const MANIFEST = hardened({}, { containers: [container(PRIVILEGED), container({ ...PRIVILEGED, name: 'helper' })] });

test('says why a tool still speaks of what was accepted', () => {
  expect(openChecks('kube-score', [accept(MANIFEST, 'privileged', { container: 'agent' })])).toEqual([
    {
      object: 'DaemonSet node-agents/agent', check: 'container-security-context-privileged', because: [
        "container 'helper' is privileged",
      ],
    },
    {
      object: 'DaemonSet node-agents/agent', check: 'container-security-context-user-group-id',
      because: ["container 'helper' runs as user of its image", "container 'helper' runs as group of its image"],
    },
  ]);
});

test('has nothing to explain where everything is accepted, or nothing', () => {
  expect(openChecks('kube-score', [accept(MANIFEST, 'privileged')])).toEqual([]);
  expect(openChecks('trivy', [accept(MANIFEST, 'hostPID')])).toEqual([]);
  expect(openChecks('kyverno', [])).toEqual([]);
});
