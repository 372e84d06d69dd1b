import { ApiObject, ApiObjectProps, JsonPatch } from 'cdk8s';
import { Construct, IConstruct } from 'constructs';
import { isClusterScoped } from '../../private/fields/scope';
import { findFailingPatch } from '../../private/patch-failure';
import { NOT_PLAIN, plainJson, sortedKeys } from '../../private/plain-json';
import type { Wire } from '../../private/wire';
import { writtenByUs } from '../../private/yaml/hook';
import { AppState } from '../app/app-state';
import { contentText } from '../render/rolling-content';

/** What the metadata of cdk8s keeps for itself. A test holds the outcome against its own. */
interface MetadataFields {
  readonly _additionalAttributes?: object;
  readonly name?: string;
  readonly namespace?: string;
  readonly annotations?: object;
  readonly labels?: object;
  readonly finalizers?: string[];
  readonly ownerReferences?: object[];
}

/** Where an object belongs. */
export interface ManifestPlace {
  /** The construct of this library that makes it. */
  readonly owner: IConstruct;
  /** Whether the object has no namespace, for kinds of which Kubernetes itself does not say so. */
  readonly clusterScoped?: boolean;
  /** Whether someone wrote a part of it in the spelling of the Kubernetes API; patches aside. */
  readonly byHand?: () => boolean;
  /** The agent that the object is of. */
  readonly source?: ObjectSource;
}

/** What an object knows of the agent that makes it. */
interface ObjectSource {
  readonly likeness?: string;
  patched(): void;
}

/**
 * An object of an agent: an ApiObject that knows whose it is and whether someone patched it, so that only patched objects are looked
 * through again, and that has a namespace only where its kind has one.
 */
export class ManifestObject extends ApiObject {
  public readonly owner: IConstruct;
  public readonly isClusterScoped: boolean;
  private readonly ops: JsonPatch[] = [];

  public constructor(scope: Construct, id: string, private readonly content: ApiObjectProps, private readonly place: ManifestPlace) {
    super(scope, id, content);
    this.owner = place.owner;
    this.isClusterScoped = isClusterScoped(content.apiVersion, content.kind) ?? place.clusterScoped ?? false;
  }

  public get isPatched(): boolean {
    return this.ops.length > 0;
  }

  /** Whether someone wrote a part of it in the spelling of the Kubernetes API. */
  public get isByHand(): boolean {
    return this.isPatched || (this.place.byHand?.() ?? false);
  }

  /** What patches add. cdk8s writes no numbers of them that JSON has no word for, but null. */
  public get patchedValues(): readonly unknown[] {
    return this.ops.map(op => (op as unknown as { _toJson(): { readonly value?: unknown } })._toJson().value);
  }

  public override addJsonPatch(...ops: JsonPatch[]): void {
    super.addJsonPatch(...ops);
    this.ops.push(...ops);
    this.place.source?.patched();
    AppState.of(this).changed();
  }

  public override toJson(): any {
    const published = AppState.of(this).publish(this);
    return writtenByUs(published === undefined ? this.manifest() : this.annotatedManifest(published));
  }

  /** The annotations are there while the object is written, so that patches come last. */
  private annotatedManifest(published: { readonly [key: string]: string }): any {
    const annotations = (this.metadata as unknown as { readonly annotations: { [key: string]: string } }).annotations;
    const before = { ...annotations };
    Object.assign(annotations, published);
    try {
      return this.manifest();
    } finally {
      Object.keys(published).forEach(key => delete annotations[key]);
      Object.assign(annotations, before);
    }
  }

  /** What its content follows from, as long as nobody changed it; undefined where that cannot be said. */
  public get likeness(): string | undefined {
    const likeness = this.place.source?.likeness;
    return likeness === undefined || !this.isPlain ? undefined : `${likeness}/${this.node.id}`;
  }

  /** What its text follows from; undefined where that cannot be said. */
  public get textKey(): string | undefined {
    const { likeness } = this;
    if (likeness === undefined || AppState.of(this).publish(this) !== undefined) {return undefined;}
    const metadata = this.plainMetadata();
    return metadata === NOT_PLAIN ? undefined : `${likeness} ${JSON.stringify(metadata)}`;
  }

  /** The object as it is written, for readers. */
  public manifestToCheck(): Wire {
    const manifest = this.manifest();
    if (this.isPlain) {AppState.of(this).keep(this, manifest);}
    return manifest;
  }

  private manifest(): any {
    const manifest = this.isPlain ? this.plainManifest() ?? super.toJson() : super.toJson();
    // the base class writes the namespace of the chart on every object
    if (this.isClusterScoped) {delete manifest.metadata?.namespace;}
    return manifest;
  }

  /**
   * Its labels and annotations before patches; undefined where they are the labels that it was made with, which were looked through then.
   */
  public get addedMetadata(): { readonly labels?: object; readonly annotations?: object } | undefined {
    const own = this.metadata as unknown as MetadataFields;
    const given: { readonly [key: string]: string } = this.content.metadata?.labels ?? {};
    for (const _ in own.annotations) {return own;}
    for (const key in own.labels) {
      if ((own.labels as { [key: string]: string })[key] !== given[key]) {return own;}
    }
    return undefined;
  }

  /**
   * What a ConfigMap or Secret holds where patches changed that; undefined where they did not, or cannot be applied, which is reported by
   * itself.
   */
  public get patchedContent(): string | undefined {
    try {
      const text = contentText(this.toJson());
      return text === contentText(this.plainManifest() ?? {}) ? undefined : text;
    } catch {
      return undefined;
    }
  }

  /** The first patch that cannot be applied, and why; undefined where all can, or something else is wrong. */
  public get failingPatch(): string | undefined {
    const unpatched = this.plainManifest();
    return unpatched === undefined ? undefined : findFailingPatch(unpatched, this.ops);
  }

  /** Whether nothing but late values and plain data can be in it: cdk8s then does the same as `plainJson`, at several times the cost. */
  private get isPlain(): boolean {
    return !this.isPatched && AppState.of(this).writesPlainly;
  }

  /** Undefined where something is not plain. */
  private plainManifest(): any {
    const { content } = this;
    const metadata = this.plainMetadata();
    if (metadata === NOT_PLAIN) {return undefined;}
    // only metadata changes without notice
    const kept = AppState.of(this).take(this);
    if (kept !== undefined) {return Object.assign(kept, { metadata });}
    const manifest: any = { apiVersion: content.apiVersion, kind: content.kind, metadata };
    for (const key of sortedKeys(content)) {
      const value = key in manifest ? undefined : plainJson(content[key]);
      if (value === NOT_PLAIN) {return undefined;}
      if (value !== undefined) {manifest[key] = value;}
    }
    return manifest;
  }

  private plainMetadata(): any {
    const own = this.metadata as unknown as MetadataFields;
    const { _additionalAttributes: more, name, namespace, annotations, finalizers, ownerReferences, labels } = own;
    if (!more || !labels || !annotations) {return NOT_PLAIN;}
    const fields = { annotations, finalizers, labels, name, namespace, ownerReferences };
    for (const key in more) {
      if (!(key in fields)) {return plainJson({ ...more, ...fields }, true);}
    }
    return plainJson(fields, true);
  }
}
