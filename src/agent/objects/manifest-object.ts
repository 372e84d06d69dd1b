import { ApiObject, ApiObjectProps, App, JsonPatch } from 'cdk8s';
import { Construct, IConstruct } from 'constructs';
import { plainJson } from '../../private/plain-json';
import { AppRegistry } from '../app/registry';

/** The resolvers that every app has: a user's own come on top. */
const BUILT_IN_RESOLVERS = ['LazyResolver', 'ImplicitTokenResolver', 'NumberStringUnionResolver'].join();

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
  readonly clusterScoped: boolean;
}

/**
 * An object of an agent: an ApiObject that knows whose it is and whether someone patched it, so that only patched objects are looked through again,
 * and that has a namespace only where its kind has one.
 */
export class ManifestObject extends ApiObject {
  public readonly owner: IConstruct;
  public readonly isClusterScoped: boolean;
  private patched = false;

  public constructor(scope: Construct, id: string, private readonly content: ApiObjectProps, place: ManifestPlace) {
    super(scope, id, content);
    this.owner = place.owner;
    this.isClusterScoped = place.clusterScoped;
  }

  public get isPatched(): boolean {
    return this.patched;
  }

  public override addJsonPatch(...ops: JsonPatch[]): void {
    super.addJsonPatch(...ops);
    this.patched = true;
    AppRegistry.of(this).touch();
  }

  public override toJson(): any {
    const manifest = this.isPlain ? this.plainManifest() ?? super.toJson() : super.toJson();
    // the base class writes the namespace of the chart on every object
    if (this.isClusterScoped) {delete manifest.metadata?.namespace;}
    return manifest;
  }

  /** Whether nothing but late values and plain data can be in it: cdk8s then does the same as `plainJson`, at several times the cost. */
  private get isPlain(): boolean {
    const { resolvers = [] } = App.of(this) as unknown as { resolvers?: object[] };
    return !this.patched && !process.env.CDK8S_DISABLE_SORT && resolvers.map(resolver => resolver.constructor.name).join() === BUILT_IN_RESOLVERS;
  }

  private plainManifest(): any {
    const { apiVersion, kind, metadata: _, ...rest } = this.content;
    const plain = plainJson(rest);
    return plain && { apiVersion, kind, metadata: this.plainMetadata() ?? this.metadata.toJson(), ...plain };
  }

  private plainMetadata(): any {
    const fields = this.metadata as unknown as MetadataFields;
    const { _additionalAttributes: more, name, namespace, annotations, finalizers, ownerReferences, labels } = fields;
    return more && labels && annotations
      && plainJson({ ...more, name, namespace, annotations, finalizers, ownerReferences, labels }, true);
  }
}
