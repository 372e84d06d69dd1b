import {
  AgentFile, AgentPlan, AgentService, HostNamespace, HostPath, HostPathType, IAgentFeature, NodeAgentProps, Port, Probe,
} from '../../../src';
import { objectOf, testChart } from '../../support/golden';
import { refusal } from '../../support/refusal';
import { containerOf, makeAgent, podOf, problemCodesOf, problemsOf, WHY } from '../make-agent';

class Journal implements IAgentFeature {
  public contribute({ container }: AgentPlan): void {
    container.addHostPaths(HostPath.readOnly('/var/log/journal'));
    container.addFiles(AgentFile.text('/etc/journal/main.conf', 'a'));
    container.addPorts(Port.container('http', 8080));
  }
}

class Metrics implements IAgentFeature {
  public contribute({ container }: AgentPlan): void {
    container.addPorts(Port.container('http', 9100));
  }
}

const features = [new Journal()];

test('what props and a feature give in the same way is one: paths of the node, files, ports and Services', () => {
  const props = (): Partial<NodeAgentProps> => ({
    hostPaths: [HostPath.readOnly('/var/log/journal')], files: [AgentFile.text('/etc/journal/main.conf', 'a')],
    ports: [Port.container('http', 8080)],
    services: [AgentService.headless([Port.container('http', 8080)])],
  });
  const twice: IAgentFeature = { contribute: plan => plan.addService(AgentService.headless([Port.container('http', 8080)])) };
  expect(problemsOf({ ...props(), features: [...features, twice] })).toEqual([]);
  const [given, alone] = [testChart(), testChart()];
  makeAgent({ ...props(), features: [...features, twice] }, given);
  makeAgent(props(), alone);
  expect(given.toJson()).toEqual(alone.toJson());
  expect(objectOf(given, 'ConfigMap').data).toEqual({ 'main.conf': 'a' });
});

test('a port that is not declared and stands there twice is one', () => {
  const port = () => Port.undeclared('admin', 9000, '127.0.0.1');
  expect(problemsOf({ ports: [port(), port()], hostNamespaces: [HostNamespace.network(WHY)] })).toEqual([]);
});

test('a probe may ask the port of either', () => {
  expect(
    containerOf({ features, ports: [Port.container('http', 8080)], livenessProbe: Probe.tcp(Port.container('http', 8080)) }).ports,
  ).toEqual([
    { name: 'http', containerPort: 8080, protocol: 'TCP' },
  ]);
});

describe('where both give something else, nobody can know what the program of the container does, so it is an error that names '
  + 'both', () => {
  test.each<[string, Partial<NodeAgentProps>, string]>([
    ['files at one path', { features, files: [AgentFile.text('/etc/journal/main.conf', 'b')] },
      refusal('conflicting-mount', { given: '/etc/journal/main.conf', names: ['agent'] })],
    ['ports of one name', { features, ports: [Port.container('http', 80)] },
      refusal('conflicting-port', { given: "'http' 8080/TCP", names: ['agent'] })],
    ['mounts of one path', { features, hostPaths: [HostPath.readWrite('/var/log/journal')] },
      refusal('conflicting-mount', { names: ['agent', '/var/log/journal', '/var/log/journal', '/var/log/journal', 'readOnly'] })],
    ['ports of two features', { features: [new Journal(), new Metrics()] },
      refusal('conflicting-port', { given: "'http' 9100/TCP", names: ['agent'] })],
    ['a feature without a name', {
      features: [{ contribute: ({ container }) => container.addPorts(Port.container('a', 1), Port.container('a', 2)) }],
    },
    refusal('conflicting-port', { given: "'a' 2/TCP", names: ['agent'] })],
  ])('%s', (_, props, message) => {
    expect(problemsOf(props)).toEqual([message]);
  });

  test('ports of one number, of which the manifest says no more than that they are there', () => {
    expect(problemCodesOf({ features, ports: [Port.container('web', 8080)] })).toEqual(['duplicate-list-key']);
  });
});

test('a type that someone chose for a path of the node wins over what a feature knows of it', () => {
  expect(podOf({ features, hostPaths: [HostPath.readOnly('/var/log/journal', { type: HostPathType.DIRECTORY })] }).volumes[1]).toEqual(
    { name: 'var-log-journal', hostPath: { path: '/var/log/journal', type: 'Directory' } });
});

test('a path that two files claim is reported once for each file too many', () => {
  const file = (content: string) => AgentFile.text('/etc/agent/main.conf', content);
  const message = refusal('conflicting-mount', { given: '/etc/agent/main.conf', names: ['agent'] });
  expect(problemsOf({ files: [file('a'), file('b')] })).toEqual([message]);
  expect(problemsOf({ files: [file('a'), file('b'), file('a')] })).toEqual([message]);
  expect(problemsOf({ files: [file('a'), AgentFile.text('/etc/agent/main.conf', 'a', { mode: 0o600 })] })).toEqual([message]);
});

test('an object that a feature gives to one agent is not the feature\'s in another', () => {
  const shared = Port.container('http', 8080);
  const adding: Partial<NodeAgentProps> = { features: [{ contribute: ({ container }) => container.addPorts(shared) }] };
  makeAgent(adding);
  const message = refusal('conflicting-port', { given: "'http' 80/TCP", names: ['agent'] });
  expect(problemsOf({ ports: [shared, Port.container('http', 80)] })).toEqual([message]);
  // what a feature adds again stays that of the props
  expect(problemsOf({ ports: [shared, Port.container('http', 80)], ...adding })).toEqual([message]);
});
