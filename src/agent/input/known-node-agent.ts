import { CONTAINER } from './known-container';
import { knownOptions, Names } from './known-options';
import { AGENT_SHAPES } from './option-shapes';
import { located } from '../../private/agent-error';
import type { NodeAgentProps } from '../node-agent-props';

const NODE_AGENT_PROPS: Names<NodeAgentProps> = {
  ...CONTAINER,
  ...AGENT_SHAPES,
  annotateReasons: true, annotations: true, containerName: true, enableServiceLinks: true, hostUsers: true, labels: true, name: true, namespace: true,
  podAnnotations: true, podLabels: true, podOverrides: true, rollOnFileChange: true, runtimeClassName: true, shareProcessNamespace: true,
  specOverrides: true,
};

/** The options of an agent, if it has no other, and no value of another shape. */
export function knownNodeAgent(path: string, props: NodeAgentProps): NodeAgentProps {
  return located(path, () => knownOptions(props, NODE_AGENT_PROPS, 'NodeAgent'));
}

/** The same for a subclass, which may have options of its own. */
export function shapedNodeAgent(path: string, props: NodeAgentProps): NodeAgentProps {
  return located(path, () => knownOptions(props, NODE_AGENT_PROPS));
}
