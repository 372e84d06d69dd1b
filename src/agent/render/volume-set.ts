import { POD, RenderContext } from './render-context';
import { quote } from '../../private/agent-error';
import { contentHash } from '../../private/hash';
import { lookUp } from '../../private/look-up';
import { isDnsLabel, slug } from '../../private/names';
import { byText, Wire } from '../../private/wire';

/** A mount whose volume gets its name once all volumes are known. */
export interface MountRequest {
  /** What the volume is, so that equal ones are one: `host:/var/log`. */
  readonly volume: string;
  readonly mountPath: string;
  /** The rest of the mount, in the spelling of the Kubernetes API. */
  readonly fields: Wire;
}

interface Entry {
  readonly source: Wire;
  readonly wanted: string;
  readonly explicit: boolean;
  readonly rank: number;
}

/** The volumes of a pod: each thing once, under a name that depends on nothing but the thing itself. */
export class VolumeSet {
  private readonly entries = new Map<string, Entry>();
  private names?: Map<string, string>;

  public constructor(private readonly context: RenderContext) {}

  /**
   * @param id what the volume is
   * @param source the volume without its name
   * @param wanted the name, or the text that the name is derived from
   * @param explicit whether the name was given and must be this very one
   * @param rank which source counts where two differ: the higher one; of equal ranks neither
   */
  public add(id: string, source: Wire, wanted: string, explicit: boolean, rank: number = 0): void {
    const before = this.entries.get(id);
    if (before === undefined) {
      this.entries.set(id, { source, wanted, explicit, rank });
      return;
    }
    if (before.rank === rank && JSON.stringify(before.source) !== JSON.stringify(source)) {
      this.context.report(id.startsWith('volume:') ? {
        path: `${POD}.volumes`, code: 'conflicting-volume',
        what: `two volumes are named ${quote(wanted)} (${kindOf(before.source)} and ${kindOf(source)})`,
        given: `${JSON.stringify(before.source)} and ${JSON.stringify(source)}`, fix: 'rename one of them',
      } : {
        path: `${POD}.volumes`,
        code: 'conflicting-volume',
        what: `the volume for ${wanted} is asked for in two ways`,
        given: `${JSON.stringify(before.source)} and ${JSON.stringify(source)}`,
        fix: 'ask for it in one way: one path of the host is one volume, however often it is mounted',
      });
    }
    if (before.explicit && explicit && before.wanted !== wanted) {
      this.context.report({
        path: `${POD}.volumes`, code: 'conflicting-volume', what: 'one volume cannot have two names',
        given: `${quote(before.wanted)} and ${quote(wanted)}`,
        fix: 'give `volumeName` once, or leave it out',
      });
    }
    this.entries.set(id, {
      source: rank > before.rank ? source : before.source,
      rank: Math.max(rank, before.rank),
      ...explicit && !before.explicit ? { wanted, explicit } : { wanted: before.wanted, explicit: before.explicit },
    });
  }

  /** The name of a volume. All volumes must have been added. */
  public nameOf(id: string): string {
    this.names ??= this.assignNames();
    return this.names.get(id)!;
  }

  /** The volumes, by name. */
  public render(): Wire[] {
    return [...this.entries].map(([id, entry]) => ({ name: this.nameOf(id), ...entry.source })).sort((a, b) => byText(a.name, b.name));
  }

  /** A derived name that is taken, or that two things would share, gets a hash of the thing, in whatever order they were added. */
  private assignNames(): Map<string, string> {
    const wanted = [...this.entries].map(([id, entry]) => ({
      id, explicit: entry.explicit, name: entry.explicit || isDnsLabel(entry.wanted) ? entry.wanted : slug(entry.wanted),
    }));
    const claims = new Map<string, number>();
    for (const { name } of wanted) {claims.set(name, (claims.get(name) ?? 0) + 1);}
    return new Map(wanted.map(({ id, explicit, name }) => [
      id, explicit || claims.get(name) === 1 ? name : `${name.slice(0, 54)}-${contentHash({ id }).slice(0, 8)}`,
    ]));
  }
}

const KINDS: {
  readonly [source: string]: string;
} = { configMap: 'ConfigMap', persistentVolumeClaim: 'PersistentVolumeClaim', secret: 'Secret' };

/** What a volume is filled from, as people call it. */
function kindOf(source: Wire): string {
  const name = Object.keys(source)[0];
  return lookUp(KINDS, name) ?? name;
}
