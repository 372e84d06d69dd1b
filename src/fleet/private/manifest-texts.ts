import type { ApiObject } from 'cdk8s';
import { isOwned } from '../../agent/app/app-objects';
import { documentOf } from '../../private/yaml/hook';

/** The texts of manifests. Those of equal agents are made once, and only these are kept. */
export class ManifestTexts {
  private readonly known = new Map<string, string>();

  public textOf(object: ApiObject): string {
    const key = isOwned(object) ? object.textKey : undefined;
    if (key === undefined) {return documentOf(object.toJson());}
    let text = this.known.get(key);
    if (text === undefined) {
      text = documentOf(object.toJson());
      this.known.set(key, text);
    }
    return text;
  }
}
