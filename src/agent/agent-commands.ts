import type { KubectlCommands } from '../cluster/commands/kubectl-commands';
import { guardClass } from '../private/doors/guard-class';

/**
 * What people type first when they look after an agent: commands for kubectl with the names, the namespace and the selector of this agent,
 * to be copied as they are or printed into a runbook.
 */
export class AgentCommands {
  /** @internal */
  public static _of(commands: KubectlCommands): AgentCommands {
    return new AgentCommands(commands);
  }

  /** The workloads of the agent, with how many of their pods are ready: of an agent with node pools, all of them. */
  public readonly state: string;
  /** The same with their events: the first thing to look at when pods are missing. */
  public readonly describe: string;
  /** The pods, by node. */
  public readonly pods: string;
  /** The pod on one node: put its name in place of `NODE`. */
  public readonly podsOnNode: string;
  /** What the pods wrote last. */
  public readonly logs: string;
  /** What containers wrote before they crashed. */
  public readonly crashLogs: string;
  /** What happened in the namespace: volumes that cannot be mounted, images that cannot be pulled, nodes without room. */
  public readonly events: string;
  /** Waits for an update, and says how far it is. */
  public readonly status: string;
  /** Replaces all pods, at the pace of the agent's strategy. */
  public readonly restart: string;
  /** The revisions to which the agent can go back. */
  public readonly history: string;
  /** Goes back to the revision before. What applies the manifests takes it back, so it is for emergencies. */
  public readonly rollBack: string;

  /** Makes the metrics of one pod answer at localhost; absent where no port is called like one of metrics. */
  public readonly metrics?: string;

  private constructor(commands: KubectlCommands) {
    this.state = commands.state;
    this.describe = commands.describe;
    this.pods = commands.pods;
    this.podsOnNode = commands.podsOnNode;
    this.logs = commands.logs;
    this.crashLogs = commands.crashLogs;
    this.events = commands.events;
    this.status = commands.status;
    this.restart = commands.restart;
    this.history = commands.history;
    this.rollBack = commands.rollBack;
    this.metrics = commands.metrics;
  }
}

guardClass({ AgentCommands });
