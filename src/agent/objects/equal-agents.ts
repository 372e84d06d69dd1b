/** An agent that may follow another one. */
export interface Follower {
  /** Has the agent stand by itself from now on. */
  standAlone(): void;
}

/** Agents that were given the same: one of them is rendered and judged, and what comes of it holds for all. */
export class EqualAgents<Agent extends Follower> {
  private static count = 0;

  /** Tells them from all other agents of the process. */
  public readonly id = `${EqualAgents.count++}`;
  private readonly followers = new Set<Agent>();

  public constructor(private first?: Agent) {}

  /** The one that the others follow; undefined where it is no longer as it was made, and nobody took its place. */
  public get leader(): Agent | undefined {
    return this.first;
  }

  public get hasFollowers(): boolean {
    return this.followers.size > 0;
  }

  public add(follower: Agent): void {
    this.followers.add(follower);
  }

  /** Takes out an agent that is no longer as it was made. Where the others follow it, one of them takes its place. */
  public remove(agent: Agent): void {
    this.followers.delete(agent);
    if (agent !== this.first) {return;}
    const [next] = this.followers;
    this.first = next;
    if (next === undefined) {return;}
    this.followers.delete(next);
    next.standAlone();
  }
}
