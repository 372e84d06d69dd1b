import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';

/** What the metadata of cdk8s keeps for itself, and an object its patches. */
interface ObjectFields {
  readonly patches?: readonly object[];
  readonly metadata?: {
    readonly labels?: { readonly [key: string]: unknown };
    readonly annotations?: { readonly [key: string]: unknown };
  };
}

/**
 * Other than before when constructs are added, removed or swapped, objects patched, or labels and annotations set: the constructs and texts
 * themselves, side by side. It is taken once, and then held against the app once for each chart, which costs little next to what cdk8s does
 * for each.
 */
export class Fingerprint {
  private readonly seen: unknown[] = [];
  private at = 0;
  private isTaken = false;

  public constructor(private readonly root: IConstruct) {
    this.walk(root);
    this.isTaken = true;
  }

  /** Whether nothing changed since it was taken. */
  public get holds(): boolean {
    this.at = 0;
    return this.walk(this.root) && this.at === this.seen.length;
  }

  private walk(construct: IConstruct): boolean {
    if (!this.meets(construct)) {return false;}
    if (ApiObject.isApiObject(construct)) {
      const { patches, metadata } = construct as unknown as ObjectFields;
      if (!this.meets(patches?.length) || !this.meetsAll(metadata?.labels) || !this.meetsAll(metadata?.annotations)) {return false;}
    }
    for (const child of construct.node.children) {
      if (!this.walk(child)) {return false;}
    }
    return true;
  }

  private meetsAll(texts: { readonly [key: string]: unknown } | undefined): boolean {
    for (const key in texts) {
      if (!this.meets(key) || !this.meets(texts[key])) {return false;}
    }
    return this.meets(undefined);
  }

  private meets(value: unknown): boolean {
    if (this.isTaken) {return this.seen[this.at++] === value;}
    this.seen.push(value);
    return true;
  }
}
