import type { PoolScope } from './pool-scope';

/** Which entries of a plan are for some of the agent's pools alone. Entries that nobody limited are for all pods. */
export class PoolParts {
  private readonly scopes = new Map<object, PoolScope[]>();
  /** The pods that can differ: those of each pool, and those of the workload with the agent's own name. */
  private readonly pods: ReadonlyArray<string | undefined>;

  public constructor(pools: readonly string[]) {
    this.pods = [undefined, ...pools];
  }

  /** Whether all pods of the agent are the same. */
  public get isEmpty(): boolean {
    return this.scopes.size === 0;
  }

  /** Says for whom an entry comes to a list. What is added twice is for both; what is added for all once is for all. */
  public limit(list: readonly object[], entry: object, scope: PoolScope | undefined): void {
    if (scope === undefined) {
      this.scopes.delete(entry);
      return;
    }
    const known = this.scopes.get(entry);
    if (known !== undefined) {
      known.push(scope);
    } else if (!list.includes(entry)) {
      this.scopes.set(entry, [scope]);
    }
  }

  /** The entries that any pods of the scope have. */
  public seen<T extends object>(list: readonly T[], scope: PoolScope | undefined): T[] {
    return this.where(list, scope, pod => entry => this.isFor(entry, pod));
  }

  /** The same, where what is for some pods alone takes the place of what is for all of them under the same key. */
  public won<T extends object>(list: readonly T[], scope: PoolScope | undefined, keyOf: (entry: T) => string): T[] {
    return this.where(list, scope, pod => {
      const own = new Set(list.filter(entry => this.scopes.has(entry) && this.isFor(entry, pod)).map(keyOf));
      return entry => (this.scopes.has(entry) ? this.isFor(entry, pod) : !own.has(keyOf(entry)));
    });
  }

  /** Whether the pods of a pool have something else than those of the workload with the agent's own name. */
  public differ(pool: string | undefined): boolean {
    const isIn = (scopes: readonly PoolScope[], name: string | undefined) => scopes.some(scope => scope(name));
    return pool !== undefined && [...this.scopes.values()].some(scopes => isIn(scopes, pool) !== isIn(scopes, undefined));
  }

  private where<T extends object>(
    list: readonly T[], scope: PoolScope | undefined, testIn: (pod: string | undefined) => (entry: T) => boolean,
  ): T[] {
    if (scope === undefined || this.isEmpty) {return [...list];}
    const tests = this.pods.filter(scope).map(testIn);
    return list.filter(entry => tests.some(test => test(entry)));
  }

  private isFor(entry: object, pod: string | undefined): boolean {
    return this.scopes.get(entry)?.some(scope => scope(pod)) ?? true;
  }
}
