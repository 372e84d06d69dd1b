import type { App, Chart } from 'cdk8s';
import { bootFailure, bootLines } from './boot/boot-failure';
import { hostPortFailures } from './daemon-set/host-port-failure';
import { DaemonSetView } from './daemon-set-view';
import { findingsFailure, findingsIn } from './findings';
import type { FindingsOptions } from './findings-options';
import { immutableFailure } from './immutable-failure';
import { requirePattern } from './match/require-pattern';
import { entryText, Failure, throwFailure } from './message/failure';
import { collect, Collection, daemonSetsIn, untargeted, TargetedEntry } from './read/collection';
import { readCharts } from './read/read-constructs';
import { parseManifests } from './read/read-yaml';
import {
  aboutCandidate, daemonSetFailure, held, kindsText, misspeltKind, named, nameFailure, nameHint, nearestOf, ofKind,
} from './resources';
import { snapshotText } from './snapshot';
import type { SnapshotOptions } from './snapshot-options';
import type { SimulatedNode } from '../cluster/simulated/simulated-node';
import { Difference } from '../private/compare/difference';
import { guardClass } from '../private/doors/guard-class';
import { Entry } from '../private/entry';

/**
 * The objects of a chart, an app or a YAML text, and what can be asserted of them. What does not hold is thrown, so it works in every test
 * framework of every language.
 *
 * Kinds are written as in manifests, `DaemonSet`, or with their group, `DaemonSet.apps`, where two groups have a kind of one name.
 */
export class Manifests {
  /** What a chart writes. The whole app is checked on the way, as synth does. */
  public static ofChart(chart: Chart): Manifests {
    return new Manifests(readCharts([chart]));
  }

  /** What all charts of an app write. */
  public static ofApp(app: App): Manifests {
    return new Manifests(readCharts(app.charts));
  }

  /**
   * The objects of a YAML text, whoever wrote it: of `helm template`, `kustomize build`, `kubectl get -o yaml`. Several documents and lists
   * are fine, and texts without quotes mean what they mean to kubectl.
   */
  public static parse(yamlText: string): Manifests {
    return new Manifests(untargeted(parseManifests(yamlText)));
  }

  private readonly collection: Collection;

  private constructor(objects: readonly TargetedEntry[]) {
    this.collection = collect(objects);
  }

  /** A copy of every object, in the order in which they are written. */
  public get objects(): any[] {
    return this.entries.map(({ object }) => structuredClone(object));
  }

  /** There are so many objects of the kind. */
  public resourceCountIs(kind: string, count: number): void {
    const found = this.ofKind(kind, this.resourceCountIs);
    if (found.length !== count) {
      throwFailure({
        expected: `Expected ${count} ${kind}, found ${found.length}.`, more: found.map(entryText),
        hints: found.length === 0 ? [kindsText(this.entries)] : [],
      }, this.resourceCountIs);
    }
  }

  /** At least one object of the kind is like the pattern. */
  public hasResource(kind: string, pattern: any): void {
    const candidates = held(this.ofKind(kind, this.hasResource), requirePattern(pattern));
    if (candidates.some(({ differences }) => differences.length === 0)) {return;}
    const nearest = nearestOf(candidates, pattern);
    if (nearest === undefined) {throwFailure(this.noneOfKind(`Expected a ${kind} like the pattern`), this.hasResource);}
    const { hints = [], ...about } = aboutCandidate(nearest);
    const hint = nameHint(kind, candidates, pattern);
    throwFailure({
      expected: `Expected a ${kind} like the pattern, and ${differText(candidates.length)}:`, ...about,
      hints: [...hint === undefined ? [] : [hint], ...hints],
    }, this.hasResource);
  }

  /**
   * No object of the kind is like the pattern.
   *
   * @param pattern without it: there is no object of the kind
   */
  public hasNoResource(kind: string, pattern?: any): void {
    const entries = this.ofKind(kind, this.hasNoResource);
    const wanted = pattern === undefined ? {} : requirePattern(pattern);
    const alike = held(entries, wanted).filter(({ differences }) => differences.length === 0);
    if (alike.length > 0) {
      throwFailure({
        expected: `Expected no ${kind}${pattern === undefined ? '' : ' like the pattern'}, found `
          + `${alike.length}${alike.length === entries.length ? '' : ` of ${entries.length}`}:`,
        more: alike.map(({ entry }) => entryText(entry)),
      }, this.hasNoResource);
    }
  }

  /** Every object of the kind is like the pattern, and there is one. */
  public allResources(kind: string, pattern: any): void {
    const candidates = held(this.ofKind(kind, this.allResources), requirePattern(pattern));
    const different = candidates.filter(({ differences }) => differences.length > 0);
    if (candidates.length === 0) {throwFailure(this.noneOfKind(`Expected every ${kind} to be like the pattern`), this.allResources);}
    if (different.length === 0) {return;}
    throwFailure({
      expected: `Expected every ${kind} to be like the pattern, ${different.length} of ${candidates.length} `
        + `${different.length === 1 ? 'differs' : 'differ, the first here'}:`,
      ...aboutCandidate(different[0]),
      more: different.slice(1).map(({ entry, differences }) => `${entryText(entry)}: ${countText(differences)}`),
    }, this.allResources);
  }

  /**
   * Copies of the objects of the kind that are like the pattern.
   *
   * @param pattern without it: all of the kind
   */
  public findResources(kind: string, pattern?: any): any[] {
    const alike = held(this.ofKind(kind, this.findResources), pattern === undefined ? {} : requirePattern(pattern));
    return alike.filter(({ differences }) => differences.length === 0).map(({ entry }) => structuredClone(entry.object));
  }

  /**
   * A copy of the object of a kind and name.
   *
   * @param name with its namespace, `kube-system/logs`, where two namespaces have one of the name
   */
  public resource(kind: string, name: string): any {
    return structuredClone(this.single(kind, name, this.resource).object);
  }

  /**
   * The DaemonSet of a name.
   *
   * @param name with its namespace, `kube-system/logs`, where two namespaces have one of the name; left out where there is only one
   * DaemonSet
   */
  public daemonSet(name?: string): DaemonSetView {
    const daemonSets = daemonSetsIn(this.collection);
    const names = daemonSets.map(({ workload }) => workload);
    const found = name === undefined ? names : named(names, name);
    if (found.length !== 1) {throwFailure(daemonSetFailure(this.collection, names, name), this.daemonSet);}
    return DaemonSetView._of(daemonSets.find(({ workload }) => workload === found[0])!);
  }

  /** No two DaemonSets of a cluster claim one port of nodes that both can run on. */
  public hasNoHostPortConflicts(): void {
    const failure = hostPortFailures(this.collection.clusters);
    if (failure) {throwFailure(failure, this.hasNoHostPortConflicts);}
  }

  /**
   * A cluster of these nodes boots: all of them have just joined and are not ready, nothing runs, and in the end each is ready, takes
   * applications, and has the pods of every DaemonSet that is meant for it. The objects are those of one cluster, its CNI plugin among
   * them.
   *
   * It is computed by the rules of the DaemonSet controller, the scheduler, the kubelet and the node lifecycle controller; programs become
   * ready where they run.
   */
  public bootsOn(nodes: SimulatedNode[]): void {
    const failure = bootFailure(this.collection.clusters, nodes);
    if (failure) {throwFailure(failure, this.bootsOn);}
  }

  /**
   * What happens while a cluster of these nodes boots, in order, a line each: `2 worker-1: DaemonSet kube-system/cilium starts`,
   * `2 worker-1: ready`, `2 worker-1: takes applications`. What has the same number does not wait for each other.
   */
  public bootOrder(nodes: SimulatedNode[]): string[] {
    return bootLines(this.collection.clusters, nodes);
  }

  /**
   * An apply changes every object of the previous manifests that is still written: none of the fields that Kubernetes keeps for good is
   * another one. Those of a CSIDriver, the selectors of workloads, StorageClasses, the roles of bindings and immutable content are looked
   * at.
   *
   * @param previousYaml the manifests of the previous release
   */
  public canReplace(previousYaml: string): void {
    const failure = immutableFailure(this.entries, parseManifests(previousYaml));
    if (failure) {throwFailure(failure, this.canReplace);}
  }

  /** The checks find nothing, beside notes and what is acknowledged. */
  public hasNoFindings(options: FindingsOptions = {}): void {
    const failure = findingsFailure(this.collection.clusters.flatMap(cluster => findingsIn(cluster, options)));
    if (failure) {throwFailure(failure, this.hasNoFindings);}
  }

  /**
   * The objects as YAML that is the same for the same objects, in whatever order they come: by kind, namespace and name, with sorted keys.
   */
  public toSnapshot(options: SnapshotOptions = {}): string {
    options.kinds?.forEach(kind => this.ofKind(kind, this.toSnapshot));
    return snapshotText(this.entries, options);
  }

  /** @internal what can be looked into */
  public get _soundEntries(): readonly Entry[] {
    return this.collection.clusters.flatMap(({ inventory }) => inventory.entries);
  }

  private get entries(): readonly Entry[] {
    return this.collection.entries;
  }

  private ofKind(kind: string, caller: (...args: never[]) => unknown): Entry[] {
    const misspelt = misspeltKind(this.entries, kind);
    return misspelt ? throwFailure(misspelt, caller) : ofKind(this.entries, kind);
  }

  private single(kind: string, name: string, caller: (...args: never[]) => unknown): Entry {
    const entries = this.ofKind(kind, caller);
    const found = named(entries, name);
    return found.length === 1 ? found[0] : throwFailure(nameFailure(kind, name, entries, this.entries), caller);
  }

  private noneOfKind(expected: string): Failure {
    return { expected: `${expected}, found none of the kind.`, hints: [kindsText(this.entries)] };
  }
}

guardClass({ Manifests });

function differText(count: number): string {
  return count === 1 ? 'the only one differs' : `${count === 2 ? 'both' : `all ${count}`} differ, the nearest here`;
}

function countText({ length }: readonly Difference[]): string {
  return `${length} ${length === 1 ? 'difference' : 'differences'}`;
}
