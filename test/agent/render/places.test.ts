import { AgentFile, AgentPlan, EnvValue, HostPath, IAgentFeature, NodeAgentProps, Port, Probe } from '../../../src';
import { AppState } from '../../../src/agent/app/app-state';
import { testChart } from '../../support/golden';
import { makeAgent } from '../make-agent';

class SetsLevel implements IAgentFeature {
  public constructor(private readonly level: string) {}

  public contribute(plan: AgentPlan): void {
    plan.container.addEnv('LEVEL', EnvValue.of(this.level));
  }
}

/** The places of what the renderer finds in an agent. */
function placesOf(props: Partial<NodeAgentProps>): Array<string | undefined>[] {
  const agent = makeAgent(props, testChart());
  const [registered] = (AppState.of(agent) as unknown as {
    agents: Array<{ rendered(): { findings: Array<{ code: string; container?: string; path: string }> } }>;
  }).agents;
  return registered.rendered().findings.map(({ code, container, path }) => [code, container, path]);
}

const http = Port.container('http', 8080);

test.each<[string, Partial<NodeAgentProps>, Array<string | undefined>]>([
  ['a port name', { ports: [http, Port.container('http', 8081)] }, ['conflicting-port', 'agent', 'spec.template.spec.containers[0].ports']],
  ['a variable', {
    features: [new SetsLevel('a'), new SetsLevel('b')],
  }, ['conflicting-env', 'agent', 'spec.template.spec.containers[0].env']],
  ['two mounts of a second container', {
    containers: [{
      name: 'other', image: 'a:1', hostPaths: [HostPath.readOnly('/a', { mountPath: '/m' }), HostPath.readOnly('/b', { mountPath: '/m' })],
    }],
  },
  ['conflicting-mount', 'other', 'spec.template.spec.containers[1].volumeMounts']],
  ['a probe of an init container', {
    initContainers: [{ name: 'init', image: 'a:1', ports: [http], readinessProbe: Probe.http('/', http) }],
  },
  ['probe-on-init-container', 'init', 'spec.template.spec.initContainers[0]']],
  ['a file that hides a directory', {
    files: [AgentFile.text('/etc/agent.yaml', 'a: 1')],
  }, ['file-hides-directory', 'agent', 'spec.template.spec.containers[0].volumeMounts']],
  ['a field that is too new', {
    sidecars: [{ name: 'proxy', image: 'a:1' }],
  }, ['field-too-new', 'proxy', 'spec.template.spec.initContainers[0].restartPolicy']],
  ['namespaces of the pod', {
    shareProcessNamespace: true, hostUsers: false,
  }, ['field-too-new', undefined, 'spec.template.spec.hostUsers']],
])('what the renderer finds says where: %s', (_, props, place) => {
  expect(placesOf(props)).toEqual([place]);
});
