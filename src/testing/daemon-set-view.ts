import { hostPathsOf, writableHostPathsOf } from './daemon-set/host-mounts';
import { hostPathFailure } from './daemon-set/host-path-failure';
import { hostPortFailure } from './daemon-set/host-port-failure';
import { mountFailure } from './daemon-set/mount-failure';
import { avoidFailure, reasonsAgainst, runFailure } from './daemon-set/placement-failure';
import { admissionFailure, levelFailure, violationsOf } from './daemon-set/pod-security-failure';
import { registrationFailure, registrationLines } from './daemon-set/registration-failure';
import { podChanges, replacementFailure, rollFailure } from './daemon-set/replacement';
import { fleetRequestsOf, requestFailure } from './daemon-set/requests';
import { restartFailure } from './daemon-set/restart';
import { brokenRolloutFailure, rolloutEndFailure } from './daemon-set/rollout-end';
import { rolloutFailure, worstCaseOf } from './daemon-set/rollout-failure';
import type { DriverRegistrationOptions } from './driver-registration-options';
import { acknowledgementFailure, findingFailure, findingLines, findingsFailure, findingsIn, findingsOf } from './findings';
import type { FindingsOptions } from './findings-options';
import type { HostPathMountOptions } from './host-path-mount-options';
import type { HostPortClaimOptions } from './host-port-claim-options';
import { requirePattern } from './match/require-pattern';
import { Failure, throwFailure } from './message/failure';
import type { PodSecurityOptions } from './pod-security-options';
import type { ClusterObjects, DaemonSetInCluster } from './read/collection';
import { parseManifests } from './read/read-yaml';
import type { RequestBudgetOptions } from './request-budget-options';
import { aboutCandidate } from './resources';
import type { RolloutMatchOptions } from './rollout-match-options';
import { readNode } from '../cluster/inventory/cluster-node';
import type { Workload } from '../cluster/inventory/workload';
import { restartOf } from '../cluster/restart/restart';
import type { SimulatedNode } from '../cluster/simulated/simulated-node';
import { compare } from '../private/compare/compare';
import { guardClass } from '../private/doors/guard-class';
import type { ObjectFinding } from '../private/finding';

/**
 * A DaemonSet among manifests, and what can be asserted of it in the words of nodes, paths and ports. What does not hold is thrown.
 */
export class DaemonSetView {
  /** @internal */
  public static _of({ workload, cluster }: DaemonSetInCluster): DaemonSetView {
    return new DaemonSetView(workload, cluster);
  }

  private constructor(private readonly workload: Workload, private readonly cluster: ClusterObjects) {}

  /** The name of the DaemonSet. */
  public get name(): string {
    return this.workload.name;
  }

  /** Its namespace; absent where the manifest leaves that to whoever applies it. */
  public get namespace(): string | undefined {
    return this.workload.namespace;
  }

  /** The construct that makes it; absent for YAML. */
  public get constructPath(): string | undefined {
    return this.workload.source.constructPath;
  }

  /** A copy of the manifest. */
  public get manifest(): any {
    return structuredClone(this.workload.object);
  }

  /** The DaemonSet is like the pattern. */
  public isLike(pattern: any): void {
    const differences = compare(requirePattern(pattern), this.workload.object);
    settle(differences.length === 0 ? undefined : {
      expected: `Expected DaemonSet ${this.name} to be like the pattern, and it differs:`,
      ...aboutCandidate({ entry: this.workload, differences }),
    }, this.isLike);
  }

  /**
   * The node gets a pod, which the scheduler and the kubelet take. The node counts as empty; where it is not ready, as if it were: the pod
   * starts when it is.
   */
  public runsOn(node: SimulatedNode): void {
    settle(runFailure(this.workload, [readNode(node.toManifest())]), this.runsOn);
  }

  /** Every one of the nodes gets a pod, as `runsOn` asserts for one. */
  public runsOnAll(nodes: SimulatedNode[]): void {
    if (nodes.length === 0) {throw new Error('runsOnAll was given no nodes, so it would hold for every agent; fix: pass some');}
    settle(runFailure(this.workload, nodes.map(node => readNode(node.toManifest()))), this.runsOnAll);
  }

  /** The node gets no pod. One that is made and then waits for ever is one. */
  public doesNotRunOn(node: SimulatedNode): void {
    settle(avoidFailure(this.workload, readNode(node.toManifest())), this.doesNotRunOn);
  }

  /** Everything that keeps the agent from running on a node, a sentence each; nothing where it runs. */
  public explainPlacement(node: SimulatedNode): string[] {
    return reasonsAgainst(this.workload, readNode(node.toManifest())).map(({ message }) => message);
  }

  /**
   * A container mounts this path of the node.
   *
   * @param hostPath the path on the node; not that of a directory above or below it
   */
  public mountsHostPath(hostPath: string, options: HostPathMountOptions = {}): void {
    settle(hostPathFailure(this.workload, hostPath, options), this.mountsHostPath);
  }

  /** Every path of the node that the pods ask for, sorted: a review of what the agent sees, in one line. */
  public hostPaths(): string[] {
    return hostPathsOf(this.workload);
  }

  /** Every path of the node that a container can write to, sorted. */
  public writableHostPaths(): string[] {
    return writableHostPathsOf(this.workload);
  }

  /** The agent takes this port of each of its nodes, by `hostPort` or on the host network. */
  public claimsHostPort(port: number, options: HostPortClaimOptions = {}): void {
    settle(hostPortFailure(this.workload, port, options), this.claimsHostPort);
  }

  /** Every right beyond the least that a pod can run with, sorted: `hostNetwork`, `NET_ADMIN (agent)` with the name of the container. */
  public rights(): string[] {
    return this.workload.facts.rights.map(({ name, container }) => (container === undefined ? name : `${name} (${container})`)).sort();
  }

  /**
   * A change of the pods reaches the nodes by itself, in this way: the API server takes the strategy, and no new pod waits for a port that
   * the old one holds.
   */
  public rollsOut(options: RolloutMatchOptions = {}): void {
    settle(rolloutFailure(this.workload, options), this.rollsOut);
  }

  /**
   * A rollout reaches every one of these nodes that answers: those that are down do not use up its budget. New pods become Ready, unless
   * something in the manifest or the node is in the way.
   */
  public rollsOutOn(nodes: SimulatedNode[]): void {
    settle(rolloutEndFailure(this.workload, nodes.map(node => readNode(node.toManifest()))), this.rollsOutOn);
  }

  /**
   * A release whose pods never become Ready stops by itself: it takes the agent from no more than so many of these nodes.
   *
   * @param count how many nodes may be left with a pod that does not work
   */
  public brokenRolloutStopsAfter(count: number, nodes: SimulatedNode[]): void {
    settle(brokenRolloutFailure(this.workload, nodes.map(node => readNode(node.toManifest())), count), this.brokenRolloutStopsAfter);
  }

  /** The kubelet of a node knows the CSI driver of the pods when they start, after it restarts itself, and after the pod is replaced. */
  public registersDriver(options: DriverRegistrationOptions = {}): void {
    settle(registrationFailure(this.workload, options), this.registersDriver);
  }

  /** What becomes of the registration of the CSI driver at each of these times, a line each; nothing for an agent that registers none. */
  public explainRegistration(options: DriverRegistrationOptions = {}): string[] {
    return registrationLines(this.workload, options);
  }

  /** A rollout to these nodes takes no mount of the CSI driver from pods that use it. */
  public keepsMountsInUse(nodes: SimulatedNode[]): void {
    settle(mountFailure(this.workload, this.cluster, nodes.map(node => readNode(node.toManifest()))), this.keepsMountsInUse);
  }

  /**
   * On how many nodes at once a rollout leaves the agent without an available pod, at the most. Kubernetes rounds shares up. With OnDelete
   * it is 0, since nothing is replaced by itself.
   *
   * @param nodeCount the nodes that run the agent
   */
  public worstCaseUnavailable(nodeCount: number): number {
    return worstCaseOf(this.workload, nodeCount);
  }

  /**
   * The level is the strictest one of the Pod Security Standards that admits the pods.
   *
   * @param level `privileged`, `baseline` or `restricted`
   */
  public isPodSecurityLevel(level: string, options: PodSecurityOptions = {}): void {
    settle(levelFailure(this.workload, level, options), this.isPodSecurityLevel);
  }

  /**
   * A namespace that enforces the level admits the pods.
   *
   * @param level `privileged`, `baseline` or `restricted`
   */
  public meetsPodSecurityLevel(level: string, options: PodSecurityOptions = {}): void {
    settle(admissionFailure(this.workload, level, options), this.meetsPodSecurityLevel);
  }

  /**
   * What a namespace that enforces the level would hold against the pods, in the words of the admission plugin.
   *
   * @param level `privileged`, `baseline` or `restricted`
   */
  public podSecurityViolations(level: string, options: PodSecurityOptions = {}): string[] {
    return violationsOf(this.workload, level, options).map(({ message }) => message);
  }

  /**
   * New content of the object makes new pods. Of agents of this library, of names with a hash as kustomize makes them, of immutable objects
   * and of plain checksums it is proven; other checksums and controllers such as Reloader are believed. `explainRestart` tells which of
   * these it is.
   *
   * @param kind `ConfigMap` or `Secret`
   */
  public restartsWhenChanges(kind: string, name: string): void {
    settle(restartFailure(this.workload, kind, name, this.cluster.inventory), this.restartsWhenChanges);
  }

  /**
   * How to see whether new content of the object makes new pods, or what becomes of it.
   *
   * @param kind `ConfigMap` or `Secret`
   */
  public explainRestart(kind: string, name: string): string[] {
    return [...restartOf(this.workload, kind, name, this.cluster.inventory).because];
  }

  /**
   * An apply changes the previous DaemonSet into this one: kind, name, namespace and selector are the same.
   *
   * @param previousYaml the manifests of the previous release
   */
  public canReplace(previousYaml: string): void {
    settle(replacementFailure(this.workload, parseManifests(previousYaml)), this.canReplace);
  }

  /**
   * What changed in the pods, a line each, `path: before -> now`. Every change replaces the pod on every node; what the API server fills in
   * anyway is none.
   *
   * @param previousYaml the manifests of the previous release
   */
  public podChanges(previousYaml: string): string[] {
    return podChanges(this.workload, parseManifests(previousYaml));
  }

  /**
   * An apply replaces no pod: nothing in the pods changed.
   *
   * @param previousYaml the manifests of the previous release
   */
  public keepsPods(previousYaml: string): void {
    settle(rollFailure(this.workload, parseManifests(previousYaml)), this.keepsPods);
  }

  /** Each pod reserves no more than this, as the scheduler counts: a limit counts where there is no request. */
  public requestsAtMost(budget: RequestBudgetOptions): void {
    settle(requestFailure(this.workload, budget), this.requestsAtMost);
  }

  /** What the pods reserve on so many nodes, by resource: `{ cpu: '5', memory: '6400Mi' }` */
  public fleetRequests(nodeCount: number): { [resource: string]: string } {
    return fleetRequestsOf(this.workload, nodeCount);
  }

  /** The checks find nothing in it, beside notes and what is acknowledged. */
  public hasNoFindings(options: FindingsOptions = {}): void {
    settle(findingsFailure(this.found(options)), this.hasNoFindings);
  }

  /**
   * A check finds something in it that nobody acknowledged.
   *
   * @param checkId the id of the check, as docs/checks lists it
   */
  public hasFinding(checkId: string, options: FindingsOptions = {}): void {
    settle(findingFailure(this.workload, this.found(options), checkId), this.hasFinding);
  }

  /**
   * A check finds something in it, and all of it is acknowledged.
   *
   * @param checkId the id of the check, as docs/checks lists it
   */
  public isAcknowledged(checkId: string, options: FindingsOptions = {}): void {
    settle(acknowledgementFailure(this.workload, this.found(options), checkId), this.isAcknowledged);
  }

  /** What the checks find in it, a line each, notes and what is acknowledged included. */
  public findings(options: FindingsOptions = {}): string[] {
    return findingLines(this.found(options));
  }

  private found(options: FindingsOptions): ObjectFinding[] {
    return findingsOf(this.workload, findingsIn(this.cluster, options));
  }
}

guardClass({ DaemonSetView });

function settle(failure: Failure | undefined, caller: (...args: never[]) => unknown): void {
  if (failure) {throwFailure(failure, caller);}
}
