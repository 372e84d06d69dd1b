/** Where a command writes. */
export interface Output {
  /** Resolves when there is room for more. What nobody reads any more is dropped in silence. */
  readonly write: (text: string) => Promise<void>;
  readonly isTerminal: boolean;
  /** How wide the terminal is. */
  readonly columns?: number;
  /** Whether nobody reads any more. */
  readonly isClosed: () => boolean;
}

/** All that a command touches besides the files that it is given: tests give it one of their own. */
export interface Io {
  readonly stdin: { readonly isTerminal: boolean; readonly read: () => AsyncIterable<Buffer> };
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: { readonly [name: string]: string | undefined };
}

/** The process itself. Its streams are made when they are asked for, which takes longer than telling a version. */
export function processIo(): Io {
  const outputs = new Map<NodeJS.WriteStream, Output>();
  const output = (stream: NodeJS.WriteStream): Output => {
    const made = outputs.get(stream) ?? outputOf(stream);
    outputs.set(stream, made);
    return made;
  };
  return {
    stdin: { get isTerminal() {return process.stdin.isTTY === true;}, read: () => process.stdin as AsyncIterable<Buffer> },
    get stdout() {return output(process.stdout);},
    get stderr() {return output(process.stderr);},
    env: process.env,
  };
}

function outputOf(stream: NodeJS.WriteStream): Output {
  let isClosed = false;
  let resume: (() => void) | undefined;
  // as with `| head`: who has seen enough is no error
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') {throw error;}
    isClosed = true;
    resume?.();
  });
  return {
    isTerminal: stream.isTTY === true,
    ...stream.isTTY && { columns: stream.columns },
    isClosed: () => isClosed,
    write: async text => {
      if (isClosed || stream.write(text)) {return;}
      await new Promise<void>(resolve => {
        resume = resolve;
        stream.once('drain', resolve);
      });
    },
  };
}
