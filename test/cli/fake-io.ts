import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Io, Output } from '../../src/cli/io';
import { run } from '../../src/cli/run';

/** A terminal, a pipe and standard input of a test. */
export interface FakeIo extends Io {
  readonly out: () => string;
  readonly err: () => string;
}

interface FakeOptions {
  /** Whether standard output and standard error are terminals, and how wide they are. */
  readonly columns?: number;
  readonly stdin?: string | Buffer;
  readonly env?: Io['env'];
  /** After how many writes nobody reads any more. */
  readonly closesAfter?: number;
}

export function fakeIo({ columns, stdin, env = {}, closesAfter = Infinity }: FakeOptions = {}): FakeIo {
  const [stdout, stderr] = [fakeOutput(columns, closesAfter), fakeOutput(columns, Infinity)];
  return {
    stdin: {
      isTerminal: stdin === undefined,
      read: async function* () {
        if (stdin !== undefined) {yield Buffer.from(stdin as string);}
      },
    },
    stdout, stderr, env, out: stdout.text, err: stderr.text,
  };
}

function fakeOutput(columns: number | undefined, closesAfter: number): Output & { readonly text: () => string } {
  const written: string[] = [];
  return {
    isTerminal: columns !== undefined, ...columns !== undefined && { columns }, isClosed: () => written.length >= closesAfter,
    write: async text => {written.push(text);}, text: () => written.join(''),
  };
}

/** What a command did. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export async function runWith(args: readonly string[], options?: FakeOptions): Promise<Ran> {
  const io = fakeIo(options);
  const code = await run(args, io);
  return { code, out: io.out(), err: io.err() };
}

/** A directory of a test, which is gone when its tests are done. */
export class Files {
  public readonly directory = mkdtempSync(join(tmpdir(), 'node-agents-'));

  /** Writes a file, and gives its path. */
  public write(name: string, content: string | Buffer): string {
    const path = this.path(name);
    writeFileSync(path, content);
    return path;
  }

  public path(name: string): string {
    return join(this.directory, name);
  }

  public async folder(name: string): Promise<void> {
    await mkdir(dirname(join(this.directory, name, 'x')), { recursive: true });
  }

  public remove(): void {
    rmSync(this.directory, { recursive: true, force: true });
  }
}

/** A DaemonSet as someone writes it. */
export function agentYaml(name: string = 'logs', pod: string = ''): string {
  return `apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: ${name}
  namespace: agents
spec:
  selector:
    matchLabels:
      app: ${name}
  template:
    metadata:
      labels:
        app: ${name}
    spec:
      containers:
        - name: main
          image: example.com/${name}:1.0.0
          resources:
            requests: { cpu: 10m, memory: 16Mi }
            limits: { memory: 32Mi }
          readinessProbe:
            httpGet: { path: /ready, port: 8080 }
${pod.replace(/^(?=.)/gm, '      ')}`;
}
