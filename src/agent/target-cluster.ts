import { IConstruct } from 'constructs';
import { AppState } from './app/app-state';
import { nearestTarget, TARGET_CLUSTER } from './app/target';
import { AGENT_DEFAULTS } from './defaults';
import { KubernetesVersion } from './kubernetes-version';
import { NodePlatform } from './node-platform';
import type { PlatformFacts } from '../cluster/platforms/platform-facts';
import { factsForSystem } from '../cluster/platforms/platforms';
import { AS_KUBERNETES } from '../cluster/platforms/rows/usual';
import { AgentError, fail, located, quote } from '../private/agent-error';
import { fixedValue } from '../private/default-row';
import { guardClass } from '../private/doors/guard-class';
import { equalityKey } from '../private/equality-key';
import { FEATURE_FLAGS, resolveFlag } from '../private/feature-flags';
import type { Finding } from '../private/finding';
import { cleanKubeletDirectory } from '../private/paths';
import { withDefaults } from '../private/with-defaults';

/**
 * What is known of the cluster that gets the YAML.
 */
export interface TargetClusterOptions {
  /**
   * The oldest version among the clusters that get this YAML. A field that is newer is an error, never dropped.
   *
   * @default KubernetesVersion.V1_28
   */
  readonly kubernetesVersion?: KubernetesVersion;

  /**
   * A registry, with a path where it has one, that stands in for every registry of every image: `mirror.example.com/hub`.
   * Empty: none, also where the app as a whole has one.
   *
   * @default - images come from the registries that they name
   */
  readonly imageRegistry?: string;

  /**
   * The kind of nodes that the cluster has: paths, presets and checks follow it.
   *
   * @default - nothing is known of the nodes: agents are written for directories where Kubernetes has them
   */
  readonly platform?: NodePlatform;

  /**
   * The root directory of the kubelet, where it is another one than the platform has: kubelets can be started with `--root-dir`. A link in
   * its place is not enough.
   *
   * @default - that of the platform, else /var/lib/kubelet
   */
  readonly kubeletDirectory?: string;

  /**
   * Defaults of newer releases to take up, or to hold back: see docs/feature-flags.md.
   *
   * @default - the defaults of the release that the major version began with
   */
  readonly featureFlags?: { [flag: string]: boolean };
}

/**
 * The cluster that the agents of an app or chart go to. Set it on the app, or on each chart when the charts go to different clusters:
 * names, host ports and namespaces are then compared within a cluster only.
 *
 *     TargetCluster.configure(app, { kubernetesVersion: KubernetesVersion.V1_30 });
 *
 * @example
 * import { Chart } from 'cdk8s';
 * import { KubernetesVersion, NodePlatform, TargetCluster } from 'cdk8s-node-agents';
 *
 * declare const chart: Chart;
 * TargetCluster.configure(chart, { kubernetesVersion: KubernetesVersion.V1_31, platform: NodePlatform.eks() });
 */
export class TargetCluster {
  /**
   * Says what is known of the cluster that everything below `scope` goes to. Once for a scope, before its agents are made.
   *
   * @throws target-cluster-late
   * @throws unknown-feature-flag
   */
  public static configure(scope: IConstruct, options: TargetClusterOptions): TargetCluster {
    if (TARGET_CLUSTER in scope || AppState.of(scope).hasAgentBelow(scope)) {
      fail({
        code: 'target-cluster-late',
        what: TARGET_CLUSTER in scope ? 'the target cluster is set already' : 'agents were made before their target cluster was set',
        given: quote(scope.node.path || 'the app'),
        fix: 'call TargetCluster.configure once, right after the app or chart is made',
      });
    }
    const path = scope.node.path;
    const cluster = located(path || 'the app', () => new TargetCluster(path, merged(options, TargetCluster.of(scope).options)));
    Object.defineProperty(scope, TARGET_CLUSTER, { value: cluster });
    return cluster;
  }

  /** The cluster that a construct goes to. */
  public static of(scope: IConstruct): TargetCluster {
    return nearestTarget<TargetCluster>(scope) ?? TargetCluster.UNSET;
  }

  /** @internal what cannot be configured is reported at the scope; the version is kept, so that no field is too new for want of it */
  public static _refuse(findings: readonly Finding[], method: string, args: readonly unknown[]): TargetCluster {
    const [scope, options] = args as readonly [IConstruct | undefined, TargetClusterOptions | undefined];
    if (method !== 'configure' || scope === undefined) {throw new AgentError(findings[0]);}
    AppState.of(scope).refuse(scope, findings);
    if (TARGET_CLUSTER in scope || options?.kubernetesVersion === undefined) {return TargetCluster.of(scope);}
    const { kubernetesVersion } = options;
    const cluster = new TargetCluster(scope.node.path, { ...TargetCluster.of(scope).options, kubernetesVersion });
    Object.defineProperty(scope, TARGET_CLUSTER, { value: cluster });
    return TargetCluster.of(scope);
  }

  private static readonly UNSET = new TargetCluster('', {});

  /** @internal everything that is known of the cluster, as a text; undefined where that cannot be compared */
  public readonly _key: string | undefined;

  /** @internal what is known of its nodes; undefined where nobody said anything of them */
  public readonly _facts: PlatformFacts | undefined;

  private constructor(
    /** Where it was set; empty for the whole app. */
    public readonly path: string,
    private readonly options: TargetClusterOptions,
  ) {
    this._key = equalityKey(options);
    this._facts = factsOf(options);
    for (const flag of Object.keys(options.featureFlags ?? {})) {resolveFlag(FEATURE_FLAGS, flag, {});}
    if (options.kubeletDirectory !== undefined) {cleanKubeletDirectory(options.kubeletDirectory);}
    if (options.imageRegistry !== undefined && !/^(|[A-Za-z0-9.-]+(:\d+)?(\/[a-z0-9._-]+)*)$/.test(options.imageRegistry)) {
      fail({
        code: 'invalid-image', what: 'the registry mirror cannot be used', given: quote(options.imageRegistry),
        allowed: 'a host, a port where it has one, and a path: no scheme, no slash at the end',
        fix: 'write it as image references do: mirror.example.com/hub',
      });
    }
  }

  /** The oldest version among the clusters that get this YAML. */
  public get kubernetesVersion(): KubernetesVersion {
    return this.options.kubernetesVersion ?? KubernetesVersion.of(fixedValue(AGENT_DEFAULTS.kubernetesVersion));
  }

  /** The registry that stands in for every other one, if there is one. */
  public get imageRegistry(): string | undefined {
    return this.options.imageRegistry || undefined;
  }

  /** The kind of nodes, where it is known. */
  public get platform(): NodePlatform | undefined {
    return this.options.platform;
  }

  /** The root directory of the kubelet on Linux nodes. */
  public get kubeletDirectory(): string {
    const { kubeletDirectory, platform } = this.options;
    const onLinux = platform && factsForSystem(platform._facts, 'linux');
    return cleanKubeletDirectory(kubeletDirectory ?? onLinux?.kubeletDirectory ?? fixedValue(AGENT_DEFAULTS.kubeletDirectory));
  }

  /** What is said of defaults of newer releases: taken up, or held back. */
  public get featureFlags(): { [flag: string]: boolean } {
    return { ...this.options.featureFlags };
  }
}

guardClass({ TargetCluster });

/** What is said of a chart stands over what is said of the app, flag by flag. */
function merged(options: TargetClusterOptions, above: TargetClusterOptions): TargetClusterOptions {
  return { ...withDefaults(options, above), featureFlags: withDefaults(options.featureFlags ?? {}, above.featureFlags ?? {}) };
}

/** A directory of the kubelet alone says that the rest is where Kubernetes has it, as far as anyone knows. */
function factsOf({ platform, kubeletDirectory }: TargetClusterOptions): PlatformFacts | undefined {
  if (kubeletDirectory === undefined) {return platform?._facts;}
  return {
    ...platform?._facts ?? { id: 'own', name: 'the target cluster', operatingSystem: AS_KUBERNETES.operatingSystem },
    kubeletDirectory: cleanKubeletDirectory(kubeletDirectory),
  };
}
