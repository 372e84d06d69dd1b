import { spawnSync } from 'node:child_process';
import { NEW_YAML } from '../../plan/example';
import { agentYaml, Files, runWith } from '../fake-io';

const files = new Files();
afterAll(() => files.remove());
const logs = files.write('logs.yaml', agentYaml('logs', 'hostNetwork: true\n'));

test('each DaemonSet gets its commands, with its own name, namespace and selector', async () => {
  const { code, out } = await runWith(['commands', logs]);
  expect(code).toBe(0);
  expect(out.split('\n').filter(line => line.startsWith('  kubectl')).map(line => line.trim())).toEqual([
    'kubectl get daemonset/logs -n agents -o wide',
    'kubectl get pods -n agents -l app=logs -o wide --sort-by=.spec.nodeName',
    'kubectl get pods -n agents -l app=logs -o wide --field-selector spec.nodeName=NODE',
    'kubectl logs -n agents -l app=logs --all-containers --prefix --ignore-errors --tail=100',
    'kubectl rollout status daemonset/logs -n agents',
    'kubectl rollout restart daemonset/logs -n agents',
    'kubectl rollout history daemonset/logs -n agents',
    'kubectl rollout undo daemonset/logs -n agents',
    'kubectl describe daemonset/logs -n agents',
    'kubectl get events -n agents --sort-by=.lastTimestamp',
    'kubectl logs -n agents -l app=logs --all-containers --prefix --ignore-errors --tail=100 --previous',
  ]);
});

test('a port of metrics is forwarded', async () => {
  const yaml = agentYaml(
    'metrics',
  ).replace('          resources:', '          ports: [{ name: metrics, containerPort: 9100 }]\n          resources:');
  const { out } = await runWith(['commands', files.write('metrics.yaml', yaml)]);
  expect(out).toContain('kubectl port-forward -n agents daemonset/metrics 9100:9100');
});

test('programs get them as data', async () => {
  const { out } = await runWith(['commands', logs, '--format', 'json']);
  expect(JSON.parse(out)).toMatchObject(
    [{ agent: { namespace: 'agents', name: 'logs' }, commands: { restart: 'kubectl rollout restart daemonset/logs -n agents' } }],
  );
});

test('one agent alone can be asked for', async () => {
  const { out } = await runWith(['commands', files.write('all.yaml', NEW_YAML), '--agent', 'metrics']);
  expect(out.split('\n').filter(line => line.startsWith('DaemonSet'))).toEqual(['DaemonSet node-agents/metrics']);
});

test('selectors with expressions are one word of a shell, whatever stands in them', async () => {
  const selector = '      app: logs\n    matchExpressions:\n      - { key: "a b", operator: In, values: ["$(touch x)", "it\'s"] }\n      - '
    + '{ key: c, operator: DoesNotExist }\n';
  const hostile = files.write('hostile.yaml', agentYaml().replace('      app: logs\n', selector));
  const { out } = await runWith(['commands', hostile]);
  const command = /kubectl get pods (.*) -o wide --sort-by/.exec(out)![1];
  const { stdout } = spawnSync('sh', ['-c', `printf '%s\\n' ${command}`], { cwd: files.directory });
  expect(stdout.toString().trimEnd().split('\n')).toEqual(['-n', 'agents', '-l', 'app=logs,a b in ($(touch x),it\'s),!c']);
});
