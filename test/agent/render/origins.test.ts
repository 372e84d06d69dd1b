import { AgentFile, AgentPlan, AgentService, HostNamespace, HostPath, HostPathType, IAgentFeature, NodeAgentProps, Port, Probe } from '../../../src';
import { objectOf, testChart } from '../../support/golden';
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
    hostPaths: [HostPath.readOnly('/var/log/journal')], files: [AgentFile.text('/etc/journal/main.conf', 'a')], ports: [Port.container('http', 8080)],
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
  expect(containerOf({ features, ports: [Port.container('http', 8080)], livenessProbe: Probe.tcp(Port.container('http', 8080)) }).ports).toEqual([
    { name: 'http', containerPort: 8080, protocol: 'TCP' },
  ]);
});

describe('where both give something else, nobody can know what the program of the container does, so it is an error that names both', () => {
  test.each<[string, Partial<NodeAgentProps>, string]>([
    ['files at one path', { features, files: [AgentFile.text('/etc/journal/main.conf', 'b')] },
      "conflicting-mount: the container 'agent' has two files at one path (the feature Journal and your props); given: /etc/journal/main.conf; "
      + 'fix: take yours out of the props, or change what the feature Journal adds by its own options'],
    ['ports of one name', { features, ports: [Port.container('http', 80)] },
      "conflicting-port: the container 'agent' has two ports of one name (the feature Journal and your props); given: 'http' 8080/TCP; "
      + 'fix: take yours out of the props, or change what the feature Journal adds by its own options'],
    ['mounts of one path', { features, hostPaths: [HostPath.readWrite('/var/log/journal')] },
      "conflicting-mount: the container 'agent' mounts two things at /var/log/journal (the feature Journal and your props); given: host /var/log/journal and host /var/log/journal, "
      + 'readOnly: true; fix: take yours out of the props, or change what the feature Journal adds by its own options'],
    ['ports of two features', { features: [new Journal(), new Metrics()] },
      "conflicting-port: the container 'agent' has two ports of one name (the feature Journal and the feature Metrics); given: 'http' 9100/TCP; "
      + 'fix: change what the feature Journal or the feature Metrics adds by its own options'],
    ['a feature without a name', { features: [{ contribute: ({ container }) => container.addPorts(Port.container('a', 1), Port.container('a', 2)) }] },
      "conflicting-port: the container 'agent' has two ports of one name (twice a feature); given: 'a' 2/TCP; fix: change what a feature adds by its own options"],
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
  const message = "conflicting-mount: the container 'agent' has two files at one path; given: /etc/agent/main.conf; fix: rename one of them";
  expect(problemsOf({ files: [file('a'), file('b')] })).toEqual([message]);
  expect(problemsOf({ files: [file('a'), file('b'), file('a')] })).toEqual([message]);
  expect(problemsOf({ files: [file('a'), AgentFile.text('/etc/agent/main.conf', 'a', { mode: 0o600 })] })).toEqual([message]);
});

test('an object that a feature gives to one agent is not the feature\'s in another', () => {
  const shared = Port.container('http', 8080);
  const adding: Partial<NodeAgentProps> = { features: [{ contribute: ({ container }) => container.addPorts(shared) }] };
  makeAgent(adding);
  const message = "conflicting-port: the container 'agent' has two ports of one name; given: 'http' 80/TCP; fix: rename one of them: probes and Services refer to the name";
  expect(problemsOf({ ports: [shared, Port.container('http', 80)] })).toEqual([message]);
  // what a feature adds again stays that of the props
  expect(problemsOf({ ports: [shared, Port.container('http', 80)], ...adding })).toEqual([message]);
});
