import { ApiObject, Chart, Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import { AppState } from './app/app-state';
import { clusterOf } from './app/target';
import { AGENT_DEFAULTS } from './defaults';
import { KubernetesVersion } from './kubernetes-version';
import { ManifestObject } from './objects/manifest-object';
import { TargetCluster } from './target-cluster';
import { LATEST, minorsFrom } from '../cluster/admission/policy-version';
import { podSecurityLevel } from '../cluster/pod-security';
import { located } from '../private/agent-error';
import { valueOf } from '../private/default-row';
import { requireAnnotations, requireLabels } from '../private/metadata';
import { requireName } from '../private/names';

/**
 * The levels of the Pod Security Standards.
 */
export enum PodSecurityLevel {
  /** Hardened pods alone. */
  RESTRICTED = 'restricted',
  /** Pods without known ways to gain privileges. */
  BASELINE = 'baseline',
  /** Every pod. */
  PRIVILEGED = 'privileged',
}

/**
 * Details of a namespace for agents.
 */
export interface AgentNamespaceProps {
  /**
   * The name of the namespace.
   *
   * @default - the namespace of the chart, else the id of the construct
   */
  readonly name?: string;

  /**
   * Labels beside those of Pod Security.
   *
   * @default - those of Pod Security alone
   */
  readonly labels?: { [key: string]: string };

  /**
   * Annotations.
   *
   * @default - the namespace carries no annotation
   */
  readonly annotations?: { [key: string]: string };

  /**
   * The level that pods from elsewhere need at least.
   *
   * @default - the level is what the pods of the app need
   */
  readonly minimumLevel?: PodSecurityLevel;

  /**
   * The version of the Pod Security Standards that pods are held to.
   *
   * @default - the newest that the cluster knows (`latest`): the level fits the rules of every version from that of the target cluster on
   */
  readonly podSecurityVersion?: KubernetesVersion;
}

const LEVELS = [PodSecurityLevel.RESTRICTED, PodSecurityLevel.BASELINE, PodSecurityLevel.PRIVILEGED];

/**
 * A namespace whose Pod Security labels allow what the pods in it need, and no more.
 *
 * Pod Security refuses pods, not DaemonSets: in a namespace that is too strict an agent is accepted and never gets a pod. The level is computed from everything with a pod
 * template that the app writes for this namespace and cluster, patches included.
 */
export class AgentNamespace extends Construct {
  /** The name of the namespace. */
  public readonly name: string;
  /** The namespace itself. */
  public readonly apiObject: ApiObject;

  private readonly minimum: PodSecurityLevel;
  private readonly minor?: number;

  public constructor(scope: Construct, id: string, props: AgentNamespaceProps = {}) {
    super(scope, id);
    this.name = located(this.node.path, () => requireName(props.name ?? Chart.of(this).namespace ?? id, 'dns-label', 'the namespace'));
    located(this.node.path, () => requireLabels(props.labels));
    located(this.node.path, () => requireAnnotations(props.annotations));
    this.minimum = props.minimumLevel ?? valueOf(AGENT_DEFAULTS.namespaceMinimumLevel, TargetCluster.of(this)) as PodSecurityLevel;
    this.minor = props.podSecurityVersion?.minor;
    this.apiObject = new ManifestObject(this, 'Resource', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: {
        name: this.name,
        labels: { ...props.labels, ...this.podSecurityLabels(props.podSecurityVersion) },
        annotations: props.annotations,
      },
    }, { owner: this });
    AppState.of(this).addOwner(this);
  }

  /**
   * The level that the pods of this namespace need.
   */
  public get podSecurityLevel(): PodSecurityLevel {
    AppState.of(this).noticeOthers();
    return AppState.of(this).derived(this.computeLevel);
  }

  private readonly computeLevel = (): PodSecurityLevel => {
    const cluster = clusterOf(this);
    const version = this.minor === undefined ? LATEST : { text: `v1.${this.minor}`, minor: this.minor };
    const minors = minorsFrom(TargetCluster.of(this).kubernetesVersion.minor, version);
    let level = this.minimum;
    for (const object of this.node.root.node.findAll()) {
      if (!ApiObject.isApiObject(object) || object.metadata.namespace !== this.name || clusterOf(object) !== cluster) {continue;}
      const template = podTemplateOf(object);
      if (template === undefined) {continue;}
      for (const minor of minors) {
        const needed = podSecurityLevel(template, minor).level as PodSecurityLevel;
        if (LEVELS.indexOf(needed) > LEVELS.indexOf(level)) {level = needed;}
      }
    }
    return level;
  };

  private podSecurityLabels(version: KubernetesVersion | undefined): { [key: string]: string } {
    // known only when everything is there
    const standards = version === undefined ? valueOf(AGENT_DEFAULTS.namespaceVersion, TargetCluster.of(this)) : `v${version.toString()}`;
    const level = Lazy.any({ produce: () => AppState.of(this).derived(this.computeLevel) }) as string;
    return Object.fromEntries(['enforce', 'audit', 'warn'].flatMap(mode => [
      [`pod-security.kubernetes.io/${mode}`, level],
      [`pod-security.kubernetes.io/${mode}-version`, standards],
    ]));
  }
}

const WITH_PODS = new Set(['DaemonSet', 'Deployment', 'StatefulSet', 'ReplicaSet', 'ReplicationController', 'Job', 'CronJob', 'Pod']);

function podTemplateOf(object: ApiObject): any {
  if (!WITH_PODS.has(object.kind)) {return undefined;}
  const manifest = object.toJson();
  switch (object.kind) {
    case 'Pod': return manifest;
    case 'CronJob': return manifest.spec?.jobTemplate?.spec?.template;
    default: return manifest.spec?.template;
  }
}
