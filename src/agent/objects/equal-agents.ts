/** An agent that may follow another one. */
export interface Follower {
  /** Has the agent stand by itself from now on. */
  standAlone(): void;
}

/** Agents that were given the same: the first is rendered and judged, and what comes of it holds for all. */
export class EqualAgents<Agent extends Follower> {
  private static count = 0;

  /** Tells them from all other agents of the process. */
  public readonly id = `${EqualAgents.count++}`;
  private readonly followers = new Set<Agent>();

  public constructor(private first: Agent) {}

  public get leader(): Agent {
    return this.first;
  }

  public add(follower: Agent): void {
    this.followers.add(follower);
  }

  /** Takes out an agent that is no longer as it was made. Where the others follow it, one of them takes its place. */
  public remove(agent: Agent): void {
    this.followers.delete(agent);
    if (agent !== this.first) {return;}
    const [next] = this.followers;
    if (next === undefined) {return;}
    this.first = next;
    this.followers.delete(next);
    next.standAlone();
  }
}
