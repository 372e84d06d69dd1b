import { createHash } from 'node:crypto';
import { fail, quote } from '../private/agent-error';
import { guardClass } from '../private/doors/guard-class';

/**
 * The part of a fleet that one job writes. Clusters are spread by a hash of their names, so the same cluster stays in the same shard when
 * others are added.
 */
export class FleetShard {
  /**
   * One part of several.
   *
   * @param index which part, from 1
   * @param total the number of parts
   * @throws invalid-shard
   */
  public static of(index: number, total: number): FleetShard {
    if (!Number.isSafeInteger(index) || !Number.isSafeInteger(total) || index < 1
      || index > total) {refuse(`${quote(index)} of ${quote(total)}`);}
    return new FleetShard(index, total);
  }

  /**
   * A shard as CI systems spell it.
   *
   * @param text the part and the number of parts: `3/10`
   * @throws invalid-shard
   */
  public static parse(text: string): FleetShard {
    const [, index, total] = /^([1-9]\d*)\/([1-9]\d*)$/.exec(text) ?? refuse(quote(text));
    return FleetShard.of(Number(index), Number(total));
  }

  /** All of the fleet. */
  public static whole(): FleetShard {
    return new FleetShard(1, 1);
  }

  private constructor(
    /** Which part, from 1. */
    public readonly index: number,
    /** The number of parts. */
    public readonly total: number,
  ) {}

  /**
   * Whether a cluster is in this part.
   *
   * @param cluster the name of the cluster: the id of the construct right below the app
   */
  public includes(cluster: string): boolean {
    return this.total === 1 || hashOf(cluster) % this.total === this.index - 1;
  }

  /** `3/10`. */
  public toString(): string {
    return `${this.index}/${this.total}`;
  }
}

guardClass({ FleetShard });

/**
 * The first four bytes of SHA-256, so that names with one letter changed are spread evenly. It never changes: a cluster would move to
 * another job.
 */
function hashOf(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0);
}

function refuse(given: string): never {
  fail({
    code: 'invalid-shard', what: 'this is not a part of a fleet', given,
    allowed: 'a whole number from 1, `/`, and the number of parts: 3/10',
    fix: 'write FleetShard.of(3, 10), or set NODE_AGENTS_SHARD=3/10',
  });
}
