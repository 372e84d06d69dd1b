/** What someone gave cannot be used. Its message is all that they see: one line, with the file and the line where these are known. */
export class InputError extends Error {
  public constructor(message: string) {
    super(message);
    this.name = 'InputError';
  }
}

/** Where something stands, as editors and terminals read it: `agents.yaml:12`. */
export function placeIn(file: string, line?: number): string {
  return `${file === '-' ? 'standard input' : file}${line === undefined ? '' : `:${line}`}`;
}

/** Refuses what was read. */
export function refuse(file: string, line: number | undefined, what: string): never {
  throw new InputError(`${placeIn(file, line)}: ${what}`);
}
