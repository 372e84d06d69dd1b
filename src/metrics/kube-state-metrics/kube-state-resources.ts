import { KubeStateResource } from './kube-state-resource';
import { RESOURCE_NAMES, ResourceName, rowOf } from './resource-table';
import { ProgramVersion, isOlder } from '../../presets/program-version';
import { fail } from '../../private/agent-error';
import { guardClass } from '../../private/doors/guard-class';

/**
 * Which kinds of objects kube-state-metrics turns into metrics. Its `--resources` and its rights to `list` and `watch` follow from it:
 * nothing else is granted.
 */
export class KubeStateResources {
  /**
   * What the release collects by default, without Secrets and ConfigMaps: their metrics tell little, and to list them is to read their
   * values. Kinds that the target cluster does not serve are left out.
   */
  public static standard(): KubeStateResources {
    return new KubeStateResources('standard', [], []);
  }

  /**
   * The standard kinds and these.
   *
   * @throws empty-kube-state-resources
   */
  public static standardAnd(resources: KubeStateResource[]): KubeStateResources {
    return new KubeStateResources('standardAnd', requireSome(resources, 'standardAnd'), []);
  }

  /**
   * The standard kinds without these.
   *
   * @throws empty-kube-state-resources
   */
  public static standardWithout(resources: KubeStateResource[]): KubeStateResources {
    return new KubeStateResources('standardWithout', [], requireSome(resources, 'standardWithout'));
  }

  /**
   * These kinds and no others.
   *
   * @throws empty-kube-state-resources
   */
  public static only(resources: KubeStateResource[]): KubeStateResources {
    return new KubeStateResources('only', requireSome(resources, 'only'), []);
  }

  private constructor(
    /** `standard`, `standardAnd`, `standardWithout` or `only`. */
    public readonly kind: string,
    private readonly added: readonly KubeStateResource[],
    private readonly removed: readonly KubeStateResource[],
  ) {}

  /** @internal the kinds that were asked for by name */
  public get _named(): readonly ResourceName[] {
    return this.added as readonly string[] as readonly ResourceName[];
  }

  /** @internal in order, each once */
  public _chosen(version: ProgramVersion, kubernetesMinor: number): ResourceName[] {
    const named = new Set<ResourceName>(this._named);
    const left = new Set<string>(this.removed);
    const isChosen = (name: ResourceName) => this.kind !== 'only' && !left.has(name) && isStandard(name, version, kubernetesMinor);
    return RESOURCE_NAMES.filter(name => named.has(name) || isChosen(name));
  }
}

guardClass({ KubeStateResources });

function isStandard(name: ResourceName, version: ProgramVersion, kubernetesMinor: number): boolean {
  const { isUpstreamDefault, isSensitive, since, kubernetes = 0 } = rowOf(name);
  return isUpstreamDefault && !isSensitive && !(since && isOlder(version, since)) && kubernetes <= kubernetesMinor;
}

function requireSome(resources: KubeStateResource[], factory: string): KubeStateResource[] {
  if (resources.length === 0) {
    fail({
      code: 'empty-kube-state-resources', what: `KubeStateResources.${factory} was given no kind of objects`, given: 'an empty list',
      allowed: 'at least one KubeStateResource', fix: 'name a kind, or use KubeStateResources.standard()',
    });
  }
  return [...resources];
}
