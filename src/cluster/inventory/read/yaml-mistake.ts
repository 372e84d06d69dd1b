/** What a text means cannot be told, at an offset of it. */
export class YamlMistake extends Error {
  public constructor(public readonly offset: number, message: string) {
    super(message);
  }
}
