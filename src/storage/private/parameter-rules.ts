import { fail } from '../../private/agent-error';
import { isWholeNumber, MAX_INT32 } from '../../private/whole-number';

/** What parameters of volumes hold to, whatever the driver. */
export class ParameterRules<Options extends object> {
  /** @param volumes what the volumes are called in messages: `disks of Azure` */
  public constructor(private readonly volumes: string, private readonly options: Options) {}

  /** Whole numbers, where they are given. */
  public whole(names: ReadonlyArray<keyof Options & string>, least: number = 1, most: number = MAX_INT32): void {
    for (const name of names) {
      const value = this.options[name];
      if (value !== undefined && !isWholeNumber(value as number, least, most)) {
        this.refuse('cannot have this number', `${name}: ${String(value)}`, `${least} to ${most}`, 'use a whole number');
      }
    }
  }

  /** Two parameters that say the same thing. */
  public notBoth(one: keyof Options & string, other: keyof Options & string): void {
    if (this.options[one] !== undefined && this.options[other] !== undefined) {
      this.refuse('are set twice', `${one} and ${other}`, 'one of them', `leave ${one} or ${other} out`);
    }
  }

  /** A parameter that has no effect by itself. */
  public needs(name: keyof Options & string, needed: keyof Options & string): void {
    if (this.options[name] !== undefined && !this.options[needed]) {
      this.refuse(
        'have no use for a parameter by itself', `${name}, no ${needed}`, `${name} together with ${needed}`,
        `give ${needed}, or leave ${name} out`,
      );
    }
  }

  /** Parameters that only some kinds of volumes have. */
  public only<Kind extends string>(what: string, kind: Kind, kinds: { readonly [name in keyof Options]?: readonly Kind[] }): void {
    for (const name of Object.keys(kinds) as Array<keyof Options & string>) {
      const able = kinds[name] ?? [];
      if (this.options[name] !== undefined && !able.includes(kind)) {
        this.refuse(
          `of this ${what} have no such parameter`, `${name}, ${what} ${kind}`, `${name} with ${able.join(', ')}`,
          `leave ${name} out, or take another ${what}`,
        );
      }
    }
  }

  public refuse(what: string, given: string, allowed: string, fix: string): never {
    return fail({ code: 'invalid-storage-class', what: `${this.volumes} ${what}`, given, allowed, fix });
  }
}

/** Parameters as a class has them: texts, without those that nobody gave. */
export function parameterTexts(parameters: { readonly [name: string]: string | number | boolean | undefined }): { [name: string]: string } {
  return Object.fromEntries(Object.entries(parameters).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])));
}
