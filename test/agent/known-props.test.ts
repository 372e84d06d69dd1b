import { Chart } from 'cdk8s';
import { makeAgent, messageOf } from './make-agent';
import { AgentPlan, NodeAgent, NodeAgentProps } from '../../src';
import { testChart } from '../support/golden';

/** What plain JavaScript passes. */
const loose = (props: object) => makeAgent(props as Partial<NodeAgentProps>);
const image = 'example.com/agent:1.0.0';

describe('a name that no option has fails', () => {
  test.each([
    ['hostPath', 'hostPaths'], ['hostpaths', 'hostPaths'], ['tollerations', undefined], ['enviroment', undefined], ['evn', 'env'], ['securitycontext', 'securityContext'],
    ['serviceAcount', 'serviceAccount'], ['constructor', undefined],
  ])('%s, and what was meant is proposed', (name, meant) => {
    expect(messageOf(() => loose({ [name]: [] }))).toBe(`unknown-option: [test/agent] NodeAgent has no option of this name; given: '${name}'; ${meant === undefined
      ? 'fix: remove it; overrides reach what no option says' : `allowed: '${meant}'; fix: did you mean ${meant}?`}`);
  });

  test('in a container beside the agent, whoever adds it', () => {
    const message = "unknown-option: [test/agent] a container has no option of this name; given: 'volumeMount'; allowed: 'volumeMounts'; fix: did you mean volumeMounts?";
    const container = { name: 'other', image, volumeMount: [] };
    for (const list of ['containers', 'initContainers', 'sidecars']) {expect(messageOf(() => loose({ [list]: [container] }))).toBe(message);}
    expect(messageOf(() => loose({ features: [{ contribute: (plan: AgentPlan) => plan.addContainer(container) }] }))).toBe(message);
  });
});

test('an option that is there with the value undefined is none', () => {
  expect(messageOf(() => loose({ hostPath: undefined }))).toBeUndefined();
});

test('subclasses have options of their own', () => {
  class Own extends NodeAgent {
    public constructor(scope: Chart, id: string, props: NodeAgentProps & { readonly team: string }) {
      super(scope, id, props);
    }
  }
  expect(messageOf(() => new Own(testChart(), 'agent', { image, team: 'a' }))).toBeUndefined();
});

test('an agent without an image says so', () => {
  expect(messageOf(() => new NodeAgent(testChart(), 'agent', {} as NodeAgentProps))).toBe(
    'invalid-image: [test/agent] there is no image; given: undefined; allowed: registry/repository:tag, registry/repository@sha256:..., or both, without a scheme, in lower case up to the tag; fix: copy the reference that `docker pull` takes');
});
