/** So many requests a second, and so many more at once after a rest: the limit that clients of the API set themselves. */
export class RateLimit {
  private tokens: number;
  private filledAt = 0;

  public constructor(private readonly perSecond: number, private readonly burst: number) {
    this.tokens = burst;
  }

  /** When a request may be sent that is made now. Requests wait in the order in which they are made. */
  public next(now: number): number {
    this.tokens = Math.min(this.burst, this.tokens + (now - this.filledAt) * this.perSecond) - 1;
    this.filledAt = now;
    return this.tokens >= 0 ? now : now - this.tokens / this.perSecond;
  }
}
