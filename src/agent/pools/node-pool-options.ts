import { Duration } from 'cdk8s';
import { AgentIdentity } from '../agent-identity';
import { AgentFile } from '../container/agent-file';
import { EnvValue } from '../container/env-value';
import { Resources } from '../container/resources';
import { NodeCoverage } from '../nodes/node-coverage';
import { Toleration } from '../nodes/toleration';
import { IAgentFeature } from '../plan/agent-feature';
import { Priority } from '../priority';
import { Rollout } from '../rollout';

/**
 * The nodes of a pool, and what the agent is on them. What is not said is as the agent has it.
 */
export interface NodePoolOptions {
  /**
   * Which of the agent's nodes are in the pool. Operating system, virtual nodes and tolerations are those of the agent unless they are
   * given here.
   */
  readonly nodes: NodeCoverage;

  /**
   * The labels by which the DaemonSet of the pool finds its pods: to take over one that exists. No pod may have those of two pools: some
   * key must be in both, with different values. It can never change on a cluster.
   *
   * @default - the identity of the agent with an instance of its own; needed where the agent has AgentIdentity.labels
   */
  readonly identity?: AgentIdentity;

  /**
   * What the agent's own container reserves and may use. What is said of a resource, such as memory, replaces both request and limit of it;
   * resources of which nothing is said are those of the agent. `Resources.none()` takes all of them away.
   *
   * @default - the resources of the agent
   */
  readonly resources?: Resources;

  /**
   * The image of the agent's own container, with a tag other than `latest`, or a digest, or both.
   *
   * @default - the image of the agent
   */
  readonly image?: string;

  /**
   * Environment variables of the agent's own container, over those of the agent.
   *
   * @default - the variables of the agent alone
   */
  readonly env?: { [name: string]: EnvValue };

  /**
   * Arguments of the agent's own container, after those of the agent. A flag that the agent sets is refused: ports, probes and files follow
   * from it.
   *
   * @default - the arguments of the agent alone
   */
  readonly args?: string[];

  /**
   * Files of the agent's own container: those at the path of a file of the agent take its place, others are added. A pool with files has a
   * ConfigMap of its own, so that a change of them rolls the pods of this pool alone.
   *
   * @default - the files of the agent
   */
  readonly files?: AgentFile[];

  /**
   * What the pods of the pool have in addition: mounts, containers, checks. They contribute after the features of the agent, to
   * `plan.forPools` of this pool.
   *
   * @default - what the agent has
   */
  readonly features?: IAgentFeature[];

  /**
   * How a change reaches the nodes of the pool. Each pool is updated by itself, at the same time as the others.
   *
   * @default - the rollout of the agent; for a canary one node at a time, each after the one before was ready for a minute
   */
  readonly rollout?: Rollout;

  /**
   * How the agent ranks among the pods of these nodes.
   *
   * @default - the priority of the agent
   */
  readonly priority?: Priority;

  /**
   * The taints that are tolerated, instead of those that the agent tolerates. An empty list tolerates none in addition to those that the
   * DaemonSet controller adds.
   *
   * @default - those of `nodes` where they are given there, otherwise those of the agent
   */
  readonly tolerations?: Toleration[];

  /**
   * How long the containers may take to stop.
   *
   * @default - as long as the agent says
   */
  readonly terminationGracePeriod?: Duration;

  /**
   * The runtime class of the pods.
   *
   * @default - the runtime class of the agent
   */
  readonly runtimeClassName?: string;

  /**
   * Labels of the pods, over those of the agent. They are no part of the selector.
   *
   * @default - the labels of the agent alone
   */
  readonly podLabels?: { [key: string]: string };

  /**
   * Annotations of the pods, over those of the agent.
   *
   * @default - the annotations of the agent alone
   */
  readonly podAnnotations?: { [key: string]: string };
}
