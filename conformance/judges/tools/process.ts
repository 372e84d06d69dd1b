import { ChildProcess, execFile, spawn } from 'node:child_process';

/** How a command ended, and what it said. */
export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: { readonly [name: string]: string };
}

const MOST_OUTPUT = 256 * 1024 * 1024;

/** Runs a command to its end. Only a command that cannot be started at all is an error. */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<Outcome> {
  const settings = { cwd: options.cwd, env: { ...process.env, ...options.env }, maxBuffer: MOST_OUTPUT };
  return new Promise((resolve, reject) => {
    execFile(command, [...args], settings, (error, stdout, stderr) => {
      if (error !== null && typeof error.code !== 'number') reject(error);
      else resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
  });
}

/** Runs a command that must succeed, and returns what it wrote. */
export async function mustRun(command: string, args: readonly string[], options: RunOptions = {}): Promise<string> {
  const outcome = await run(command, args, options);
  if (outcome.code !== 0) {
    throw new Error(
      `\`${[command, ...args].join(' ')}\` ended with ${outcome.code}:\n${outcome.stderr || outcome.stdout}`,
    );
  }
  return outcome.stdout;
}

/** A program that runs until it is stopped. */
export class Service {
  public static start(command: string, args: readonly string[], { cwd, env }: RunOptions = {}): Service {
    return new Service(spawn(command, [...args], { stdio: ['ignore', 'pipe', 'pipe'], cwd, env: { ...process.env, ...env } }));
  }

  private said = '';
  private readonly ended: Promise<number>;
  private hasEnded = false;

  private constructor(private readonly child: ChildProcess) {
    child.stdout?.on('data', (text) => { this.said += text; });
    child.stderr?.on('data', (text) => { this.said += text; });
    this.ended = new Promise((resolve) => {
      const end = (code: number | null) => { this.hasEnded = true; resolve(code ?? -1); };
      child.on('close', end);
      child.on('error', (error) => { this.said += error.message; end(-1); });
    });
  }

  /** What it wrote so far. */
  public get output(): string {
    return this.said;
  }

  /** Whether it ended by itself or was stopped. */
  public get isOver(): boolean {
    return this.hasEnded;
  }

  /** Its exit code, or undefined when it still runs after that time. */
  public async exitCode(withinMilliseconds: number): Promise<number | undefined> {
    return Promise.race([this.ended, sleep(withinMilliseconds).then(() => undefined)]);
  }

  /** Ends it, and returns when it is gone. */
  public async stop(): Promise<void> {
    if (!this.hasEnded) this.child.kill('SIGTERM');
    if (await this.exitCode(5_000) === undefined) this.child.kill('SIGKILL');
    await this.ended;
  }
}

export function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => { setTimeout(resolve, milliseconds).unref(); });
}

/** Asks again and again until there is an answer, or the time is over. */
export async function eventually<T>(ask: () => Promise<T | undefined>, withinMilliseconds: number): Promise<T | undefined> {
  const end = Date.now() + withinMilliseconds;
  do {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await new Promise((resolve) => { setTimeout(resolve, 100); });
  } while (Date.now() < end);
  return undefined;
}
