import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { AppState } from './app/app-state';
import { AgentObject } from './companions/agent-object';
import { ManifestObject } from './objects/manifest-object';
import { attempting, enter, problemOf } from '../private/doors/entrance';
import { guardClass } from '../private/doors/guard-class';
import { withFacts } from '../private/finding';
import { requireAnnotations, requireLabels } from '../private/metadata';
import { requireName, slug } from '../private/names';

/**
 * An object of the whole cluster that belongs to no agent.
 */
export interface ClusterObjectProps {
  /**
   * The API version, such as `storage.k8s.io/v1`.
   */
  readonly apiVersion: string;

  /**
   * The kind, such as `StorageClass`: one whose objects have no namespace.
   */
  readonly kind: string;

  /**
   * The name of the object.
   *
   * @default - the id of the construct
   */
  readonly name?: string;

  /**
   * Labels.
   *
   * @default - the object carries no label
   */
  readonly labels?: { [key: string]: string };

  /**
   * Annotations.
   *
   * @default - the object carries no annotation
   */
  readonly annotations?: { [key: string]: string };

  /**
   * Everything beside apiVersion, kind and metadata, in the spelling of the Kubernetes API.
   *
   * @default - apiVersion, kind and metadata alone
   */
  readonly fields?: { [field: string]: any };
}

/**
 * An object of the whole cluster that belongs to no agent, such as a class of storage. It has no namespace, whatever its chart has, and is
 * checked with the rest of the app.
 */
export class ClusterObject extends Construct {
  /** The name of the object. */
  public readonly name: string;
  /** The object itself. JSON patches in the spelling of the Kubernetes API are applied last. */
  public readonly apiObject: ApiObject;

  /**
   * @throws invalid-name
   * @throws invalid-label
   * @throws invalid-field
   * @throws wrong-scope
   */
  public constructor(scope: Construct, id: string, props: ClusterObjectProps) {
    const { props: given, findings } = enter('ClusterObject', scope, id, props, new.target !== ClusterObject);
    super(scope, id);
    const { apiVersion = 'v1', kind = 'Namespace', labels, annotations, fields } = given;
    const isSound = (option: string, act: () => unknown) => {
      const found = problemOf(act);
      if (found) {findings.push(withFacts(found, { option }));}
      return found === undefined;
    };
    const name = given.name ?? id;
    const hasName = isSound('name', () => requireName(name, 'dns-subdomain', `the ${kind}`));
    this.name = hasName ? name : slug(name);
    const object = attempting(
      findings, () => AgentObject.of({ apiVersion, kind, name: this.name, fields, clusterScoped: true }), () => undefined,
    );
    this.apiObject = new ManifestObject(this, 'Resource', {
      apiVersion, kind,
      metadata: {
        name: this.name,
        labels: isSound('labels', () => requireLabels(labels)) ? labels : undefined,
        annotations: isSound('annotations', () => requireAnnotations(annotations)) ? annotations : undefined,
      },
      ...object?._fields,
    }, { owner: this, clusterScoped: true });
    AppState.of(this).addOwner(this);
    if (findings.length > 0) {AppState.of(this).refuse(this, findings);}
  }
}

guardClass({ ClusterObject });
