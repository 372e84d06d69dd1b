/** What is worked out once for all who ask, until what it follows from changes. */
export class Remembered<T> {
  private known?: { readonly value: T };

  public constructor(private readonly make: () => T) {}

  public get value(): T {
    this.known ??= { value: this.make() };
    return this.known.value;
  }

  public forget(): void {
    this.known = undefined;
  }
}
