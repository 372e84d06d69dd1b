import type { Wire } from '../../../src/private/wire';

/** A change of an agent on nodes of its own. */
export interface RolloutCase {
  readonly name: string;
  /** Its nodes, by name. */
  readonly nodes: { readonly [name: string]: NodeSketch };
  /** The agent before and after; what is left out is as before. */
  readonly before?: AgentSketch;
  readonly after?: AgentSketch;
  /** Another agent that is there all the time. */
  readonly other?: AgentSketch;
  /** Nodes whose kubelet stops to answer before the change. */
  readonly kill?: readonly string[];
  /** Taints that come before the change. */
  readonly taint?: { readonly [node: string]: { readonly key: string; readonly effect: string } };
}

export interface NodeSketch {
  readonly labels?: { readonly [key: string]: string };
  readonly cordoned?: boolean;
  readonly allocatable?: { readonly [resource: string]: string };
}

export interface AgentSketch {
  readonly update?: Wire;
  readonly minReadySeconds?: number;
  readonly selector?: Wire;
  readonly labels?: { readonly [key: string]: string };
  readonly pod?: Wire;
  readonly container?: Wire;
}

const EVERYWHERE = { tolerations: [{ operator: 'Exists' }] };
const NEW: AgentSketch = { container: { image: 'agent:2' } };
/** The pretended kubelet never runs it. */
export const BROKEN: AgentSketch = { container: { image: 'agent:broken' } };
const PORT = { ports: [{ name: 'http', containerPort: 9100, hostPort: 9100 }] };
const SMALL: NodeSketch = { allocatable: { cpu: '300m' } };

const cpu = (amount: string): Wire => ({ resources: { requests: { cpu: amount } } });
const unavailable = (maxUnavailable: number | string): Wire => ({ type: 'RollingUpdate', rollingUpdate: { maxUnavailable } });
const surge = (maxSurge: number | string): Wire => ({ type: 'RollingUpdate', rollingUpdate: { maxSurge, maxUnavailable: 0 } });
const nodes = (count: number, sketch: NodeSketch = {}): { [name: string]: NodeSketch } =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`n${index + 1}`, sketch]));

/** Changes that end in every way in which changes end. */
export const ROLLOUTS: readonly RolloutCase[] = [
  { name: 'one node at a time', nodes: nodes(3), after: NEW },
  { name: 'pods must be ready for a while', nodes: nodes(3), before: { minReadySeconds: 2 }, after: NEW },
  { name: 'cordoned nodes are updated', nodes: { ...nodes(2), n3: { cordoned: true } }, after: NEW },
  { name: 'a dead node takes the budget of one', nodes: nodes(3), before: { pod: EVERYWHERE }, after: NEW, kill: ['n1'] },
  { name: 'a dead node takes it from agents that do not tolerate it too', nodes: nodes(3), after: NEW, kill: ['n1'] },
  {
    name: 'two dead nodes take a budget of two', nodes: nodes(4), before: {
      update: unavailable(2), pod: EVERYWHERE,
    }, after: NEW, kill: ['n1', 'n2'],
  },
  { name: 'a tenth of eleven is two', nodes: nodes(11), before: { update: unavailable('10%'), pod: EVERYWHERE }, after: NEW, kill: ['n1'] },
  { name: 'a tenth of the ten that are left is one', nodes: nodes(11), before: { update: unavailable('10%') }, after: NEW, kill: ['n1'] },
  {
    name: 'the agent finishes without a dead node that it does not tolerate', nodes: nodes(3), before: {
      update: unavailable(2),
    }, after: NEW, kill: ['n1'],
  },
  { name: 'a surge', nodes: nodes(3), before: { update: surge(2) }, after: NEW },
  { name: 'a surge stops at a host port', nodes: nodes(3), before: { update: surge(2), container: PORT }, after: NEW },
  {
    name: 'a surge stops at a declared port of the host network', nodes: nodes(3),
    before: { update: surge('50%'), pod: { hostNetwork: true }, container: { ports: [{ containerPort: 9101 }] } }, after: NEW,
  },
  {
    name: 'a surge takes no port that moves', nodes: nodes(2), before: {
      update: surge(1), container: PORT,
    }, after: { container: { ports: [{ containerPort: 9102, hostPort: 9102 }] } },
  },
  { name: 'a dead node holds up no surge', nodes: nodes(3), before: { update: surge(1), pod: EVERYWHERE }, after: NEW, kill: ['n1'] },
  { name: 'a dead node that is not tolerated holds up no surge', nodes: nodes(3), before: { update: surge(1) }, after: NEW, kill: ['n1'] },
  {
    name: 'a dead node with a host port holds up no surge either', nodes: nodes(1), before: {
      update: surge(1), pod: EVERYWHERE, container: PORT,
    }, after: NEW, kill: ['n1'],
  },
  {
    name: 'a surge needs room for two', nodes: {
      ...nodes(2), n3: SMALL,
    }, before: { update: surge(2), container: cpu('200m') }, after: NEW,
  },
  {
    name: 'a node has no room for what the agent asks for now', nodes: {
      ...nodes(2), n3: SMALL,
    }, before: { update: unavailable(2), container: cpu('200m') }, after: { container: cpu('400m') },
  },
  {
    name: 'such a node stops a budget of one', nodes: {
      ...nodes(2), n3: SMALL,
    }, before: { container: cpu('200m') }, after: { container: cpu('400m') },
  },
  {
    name: 'another agent leaves no room', nodes: { ...nodes(2), n3: { labels: { shared: 'yes' }, allocatable: { cpu: '1' } } },
    before: { update: unavailable(2), container: cpu('200m') }, after: { container: cpu('400m') },
    other: { pod: { nodeSelector: { shared: 'yes' } }, container: cpu('700m') },
  },
  {
    name: 'a critical agent makes room', nodes: { ...nodes(2), n3: { labels: { shared: 'yes' }, allocatable: { cpu: '1' } } },
    before: { container: cpu('200m') }, after: { pod: { priorityClassName: 'system-node-critical' }, container: cpu('400m') },
    other: { pod: { nodeSelector: { shared: 'yes' } }, container: cpu('700m') },
  },
  {
    name: 'another agent has the port', nodes: { ...nodes(2), n3: { labels: { shared: 'yes' } } },
    before: { update: unavailable(2) }, after: { container: PORT }, other: { pod: { nodeSelector: { shared: 'yes' } }, container: PORT },
  },
  {
    name: 'a node that was tainted since loses its pod', nodes: nodes(2), after: NEW, taint: {
      n1: { key: 'maintenance', effect: 'NoSchedule' },
    },
  },
  {
    name: 'a surge deletes the pod of such a node', nodes: nodes(2), before: {
      update: surge(1),
    }, after: NEW, taint: { n1: { key: 'maintenance', effect: 'NoSchedule' } },
  },
  {
    name: 'it keeps the pod of such a node where nothing changes', nodes: nodes(2), after: {
      minReadySeconds: 1,
    }, taint: { n1: { key: 'maintenance', effect: 'NoSchedule' } },
  },
  {
    name: 'the pods move to other nodes', nodes: { n1: {}, n2: { labels: { next: 'yes' } }, n3: { labels: { next: 'yes' } } },
    after: { pod: { nodeSelector: { next: 'yes' } } },
  },
  {
    name: 'the agent takes in more nodes, and surges', nodes: { n1: {}, n2: { labels: { next: 'yes' } } },
    before: { update: surge(1), pod: { nodeSelector: { next: 'yes' } } }, after: { pod: { nodeSelector: undefined } },
  },
  { name: 'it does not roll for its own strategy', nodes: nodes(2), after: { update: unavailable('50%') } },
  {
    name: 'it does not roll for another spelling', nodes: nodes(2), before: {
      container: cpu('1000m'),
    }, after: { container: { ...cpu('1'), imagePullPolicy: 'IfNotPresent' } },
  },
  { name: 'it rolls for a label of its pods', nodes: nodes(2), after: { labels: { release: 'b' } } },
  { name: 'it waits until someone deletes pods', nodes: nodes(2), before: { update: { type: 'OnDelete' } }, after: NEW },
  {
    name: 'it does not wait on new nodes', nodes: { n1: {}, n2: { labels: { next: 'yes' } } },
    before: { update: { type: 'OnDelete' }, pod: { nodeSelector: { next: 'yes' } } }, after: { ...NEW, pod: { nodeSelector: undefined } },
  },
  { name: 'an image that does not run stops at the budget', nodes: nodes(4), before: { update: unavailable(2) }, after: BROKEN },
  {
    name: 'an agent of the network that does not run stops at its first node', nodes: nodes(6),
    before: { update: unavailable(1), pod: { ...EVERYWHERE, hostNetwork: true } }, after: BROKEN,
  },
  { name: 'it stops at the surge', nodes: nodes(4), before: { update: surge('30%') }, after: BROKEN },
  { name: 'pods that do not run are replaced whatever the budget', nodes: nodes(3), before: BROKEN, after: NEW },
  { name: 'a selector stays', nodes: nodes(1), after: { selector: { matchLabels: { app: 'other' } }, labels: { app: 'other' } } },
  {
    name: 'a surge wants no unavailable nodes', nodes: nodes(1), after: {
      update: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1 } },
    },
  },
  { name: 'a budget is no number in quotes', nodes: nodes(1), after: { update: unavailable('2') } },
];
