import { ClusterAgentOptions } from './cluster-agent-options';
import { OwnContainerOptions } from '../container/container-props';

/**
 * Everything that can be said of an agent with a number of replicas, and of its own container.
 */
export interface ClusterAgentProps extends ClusterAgentOptions, OwnContainerOptions {}
