/** Where a command writes. */
export interface Output {
  /** Resolves when there is room for more. What nobody reads any more is dropped in silence. @throws OutputError */
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
  /** What could not be read while the rest was: the command then ends with 1. */
  readonly unreadable?: string[];
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

/** The output of a command cannot be written. Its message is all that people see. */
export class OutputError extends Error {}

const WHY: { readonly [code: string]: string } = {
  EBADF: 'it is closed', EDQUOT: 'the quota of the disk is used up', EFBIG: 'the file would be too large',
  EIO: 'the device reports an error', ENOSPC: 'no space is left on the device',
};

function outputOf(stream: NodeJS.WriteStream): Output {
  let isClosed = false;
  // each write reports its own error
  stream.on('error', () => {isClosed = true;});
  return {
    isTerminal: stream.isTTY === true,
    ...stream.isTTY && { columns: stream.columns },
    isClosed: () => isClosed,
    write: text => isClosed ? Promise.resolve() : new Promise((resolve, reject) => {
      stream.write(text, error => {
        isClosed ||= Boolean(error);
        const { code = '', message } = error as NodeJS.ErrnoException | null ?? { message: '' };
        // as with `| head`: who has seen enough is no error
        if (message === '' || code === 'EPIPE' || stream === process.stderr) {
          resolve();
        } else {
          reject(new OutputError(`the output cannot be written: ${WHY[code] ?? message}`));
        }
      });
    }),
  };
}
