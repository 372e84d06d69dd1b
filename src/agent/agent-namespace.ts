import { ApiObject, Chart, Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import { AppState } from './app/app-state';
import { loadSoundness } from './app/check-settings';
import { clusterOf } from './app/target';
import { AGENT_DEFAULTS } from './defaults';
import { KubernetesVersion } from './kubernetes-version';
import { ManifestObject } from './objects/manifest-object';
import { TargetCluster } from './target-cluster';
import { PREFIX, wrongPodSecurityLabels } from '../cluster/admission/namespace-policy';
import { minorsFrom, PolicyVersion, readPolicyVersion } from '../cluster/admission/policy-version';
import { workloadOf } from '../cluster/inventory/workload';
import { podSecurityLevel, PodSecurityTemplate } from '../cluster/pod-security';
import { fail, quote } from '../private/agent-error';
import { attempt } from '../private/attempt';
import { valueOf } from '../private/default-row';
import { enter, problemOf } from '../private/doors/entrance';
import { guardClass } from '../private/doors/guard-class';
import { entriesOf, isMap } from '../private/entry';
import { withFacts } from '../private/finding';
import { requireAnnotations, requireLabels } from '../private/metadata';
import { requireName, slug } from '../private/names';

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
   * Labels. Those of Pod Security (`pod-security.kubernetes.io/...`) are kept as they are written, each in place of the one that would be
   * computed. A level that is looser than what the pods need stays as loose. A stricter `enforce` that refuses pods of the app is an
   * error of the check `pod-security-level`; a stricter `audit` or `warn` lets pods in. With a `...-version` alone the level of its mode
   * is computed by the rules of that version.
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
   * The level that pods from elsewhere need at least. A label that enforces a stricter one is an error.
   *
   * @default - the level is what the pods of the app need
   */
  readonly minimumLevel?: PodSecurityLevel;

  /**
   * The version of the Pod Security Standards that pods are held to. A label with another version is an error.
   *
   * @default - the newest that the cluster knows (`latest`): the level fits the rules of every version from that of the target cluster on
   */
  readonly podSecurityVersion?: KubernetesVersion;
}

/** The strictest first. */
const LEVELS = [PodSecurityLevel.RESTRICTED, PodSecurityLevel.BASELINE, PodSecurityLevel.PRIVILEGED];

const MODES = ['enforce', 'audit', 'warn'] as const;

type Mode = typeof MODES[number];

/**
 * A namespace whose Pod Security labels allow what the pods in it need, and no more.
 *
 * Pod Security refuses pods, not DaemonSets: in a namespace that is too strict an agent is accepted and never gets a pod. The level is
 * computed from everything with a pod template that the app writes for this namespace and cluster, patches included. Labels of Pod
 * Security that are given, added or patched stay as they are.
 *
 * @example
 * import { Chart } from 'cdk8s';
 * import { AgentNamespace, MetricsExporter } from 'cdk8s-node-agents';
 *
 * declare const chart: Chart;
 * new AgentNamespace(chart, 'namespace');
 * new MetricsExporter(chart, 'metrics');
 */
export class AgentNamespace extends Construct {
  /** The name of the namespace. */
  public readonly name: string;
  /** The namespace itself. */
  public readonly apiObject: ApiObject;

  private readonly minimum: PodSecurityLevel;
  private readonly version: PolicyVersion;

  /**
   * @throws contradicting-pod-security
   * @throws invalid-label
   * @throws invalid-name
   */
  public constructor(scope: Construct, id: string, props: AgentNamespaceProps = {}) {
    const { props: given, findings } = enter('AgentNamespace', scope, id, props, new.target !== AgentNamespace);
    super(scope, id);
    const check = (option: string, act: () => unknown) => {
      const found = problemOf(act);
      if (found) {findings.push(withFacts(found, { option }));}
      return found === undefined;
    };
    const name = given.name ?? Chart.of(this).namespace ?? id;
    this.name = check('name', () => requireName(name, 'dns-label', 'the namespace')) ? name : slug(id);
    const areSound = check('labels', () => {
      requireLabels(given.labels);
      requirePodSecurityLabels(given);
    });
    const labels = areSound ? given.labels : {};
    const annotations = check('annotations', () => requireAnnotations(given.annotations)) ? given.annotations : {};
    this.minimum = given.minimumLevel ?? valueOf(AGENT_DEFAULTS.namespaceMinimumLevel, TargetCluster.of(this)) as PodSecurityLevel;
    this.version = readPolicyVersion(given.podSecurityVersion === undefined
      ? valueOf(AGENT_DEFAULTS.namespaceVersion, TargetCluster.of(this)) : `v${given.podSecurityVersion.toString()}`)!;
    this.apiObject = new ManifestObject(this, 'Resource', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: {
        name: this.name,
        labels: { ...this.podSecurityLabels(), ...labels },
        annotations,
      },
    }, { owner: this });
    AppState.of(this).addOwner(this);
    if (findings.length > 0) {AppState.of(this).refuse(this, findings);}
  }

  /**
   * The level that the pods of this namespace need.
   */
  public get podSecurityLevel(): PodSecurityLevel {
    AppState.of(this).noticeOthers();
    return this.levelOf('enforce');
  }

  private levelOf(mode: Mode): PodSecurityLevel {
    return AppState.of(this).derived(this.computeLevels)[mode];
  }

  private readonly computeLevels = (): { readonly [mode in Mode]: PodSecurityLevel } => {
    const known = new Map<number, PodSecurityLevel>();
    return Object.fromEntries(MODES.map(mode => {
      const label: unknown = this.apiObject.metadata.getLabel(`${PREFIX}${mode}-version`);
      const version = typeof label === 'string' ? readPolicyVersion(label) ?? this.version : this.version;
      const level = known.get(version.minor) ?? this.computeLevel(version);
      known.set(version.minor, level);
      return [mode, level];
    })) as { [mode in Mode]: PodSecurityLevel };
  };

  private computeLevel(version: PolicyVersion): PodSecurityLevel {
    const cluster = clusterOf(this);
    const minors = minorsFrom(TargetCluster.of(this).kubernetesVersion.minor, version);
    let level = this.minimum;
    for (const object of AppState.of(this).objectsIn(cluster, this.name)) {
      for (const template of podTemplatesOf(object)) {
        for (const minor of minors) {
          const needed = podSecurityLevel(template, minor).level as PodSecurityLevel;
          if (LEVELS.indexOf(needed) > LEVELS.indexOf(level)) {level = needed;}
        }
      }
    }
    return level;
  }

  private podSecurityLabels(): { [key: string]: string } {
    // the level is known only when everything is there
    return Object.fromEntries(MODES.flatMap(mode => [
      [`${PREFIX}${mode}`, Lazy.any({ produce: () => this.levelOf(mode) }) as string],
      [`${PREFIX}${mode}-version`, this.version.text],
    ]));
  }
}

guardClass({ AgentNamespace });

/** What was said twice must be said alike, and what nobody can read is refused where it is given. */
function requirePodSecurityLabels({ labels = {}, minimumLevel, podSecurityVersion }: AgentNamespaceProps): void {
  for (const { key, value, allowed } of wrongPodSecurityLabels(labels)) {
    fail({
      code: 'invalid-label', what: `the label ${key} cannot be read by Pod Security admission`, given: quote(value), allowed,
      fix: 'write one of those, or leave the label out',
    });
  }
  const enforced = labels[`${PREFIX}enforce`] as PodSecurityLevel | undefined;
  if (minimumLevel !== undefined && enforced !== undefined && LEVELS.indexOf(enforced) < LEVELS.indexOf(minimumLevel)) {
    fail({
      code: 'contradicting-pod-security',
      what: 'the namespace would refuse pods of the level that `minimumLevel` asks for',
      given: `${PREFIX}enforce: ${enforced}, minimumLevel ${minimumLevel}`,
      allowed: LEVELS.slice(LEVELS.indexOf(minimumLevel)).join(', '),
      fix: 'leave out one of them',
    });
  }
  if (podSecurityVersion === undefined) {return;}
  const version = `v${podSecurityVersion.toString()}`;
  const other = MODES.map(mode => `${PREFIX}${mode}-version`).find(key => labels[key] !== undefined && labels[key] !== version);
  if (other !== undefined) {
    fail({
      code: 'contradicting-pod-security',
      what: 'two versions of the Pod Security Standards are asked for',
      given: `${other}: ${labels[other]}, podSecurityVersion ${version}`,
      allowed: version,
      fix: 'leave out one of them',
    });
  }
}

const WITH_PODS = new Set(['DaemonSet', 'Deployment', 'StatefulSet', 'ReplicaSet', 'ReplicationController', 'Job', 'CronJob', 'Pod']);

/** What is malformed has no pods that could be judged: it is reported by itself. */
function podTemplatesOf(object: ApiObject): PodSecurityTemplate[] {
  const manifest: unknown = WITH_PODS.has(object.kind) ? attempt(() => object.toJson()) : undefined;
  const { sound } = loadSoundness().soundnessOf(isMap(manifest) ? entriesOf(manifest) : []);
  return sound.flatMap(entry => workloadOf(entry) ?? []).map(({ template, pod }) => ({ metadata: template.metadata, spec: pod }));
}
