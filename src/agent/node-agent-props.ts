import { AgentOptions } from './agent-options';
import { OwnContainerOptions } from './container/container-props';

/**
 * Everything that can be said of an agent and of its own container.
 */
export interface NodeAgentProps extends AgentOptions, OwnContainerOptions {}
