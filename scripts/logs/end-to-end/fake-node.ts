import { appendFileSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a container runtime cuts lines at. */
const PART_BYTES = 16 * 1024;

/** A node as a log agent sees it: the log files that the kubelet and containerd write, below a directory of its own. */
export class FakeNode {
  private count = 0;

  public constructor(public readonly root: string) {
    mkdirSync(join(root, 'var/log/pods'), { recursive: true });
    mkdirSync(join(root, 'var/log/containers'), { recursive: true });
  }

  /** Where the node has this path. */
  public path(path: string): string {
    return join(this.root, path);
  }

  /** A container that has just started. */
  public start(namespace: string, pod: string, container: string = 'app'): FakeContainer {
    this.count += 1;
    return new FakeContainer(this, namespace, pod, container, this.count);
  }
}

/** A container that writes. */
export class FakeContainer {
  private readonly directory: string;
  private readonly link: string;
  private rotations = 0;

  public constructor(
    node: FakeNode, public readonly namespace: string, public readonly pod: string, public readonly name: string, id: number,
  ) {
    const uid = `00000000-0000-4000-8000-${String(id).padStart(12, '0')}`;
    const seen = `/var/log/pods/${namespace}_${pod}_${uid}/${name}`;
    this.directory = node.path(seen);
    this.link = node.path(`/var/log/containers/${pod}_${namespace}_${name}-${String(id).padStart(64, '0')}.log`);
    mkdirSync(this.directory, { recursive: true });
    writeFileSync(join(this.directory, '0.log'), '', { mode: 0o640 });
    // the target is a path of the node, as the kubelet writes it
    symlinkSync(`${seen}/0.log`, this.link);
  }

  /** Writes lines as containerd does: each one a write of its own, long ones in parts. */
  public write(...lines: readonly string[]): void {
    lines.forEach(line => appendFileSync(join(this.directory, '0.log'), criLines(line, 'stdout')));
  }

  public writeError(...lines: readonly string[]): void {
    lines.forEach(line => appendFileSync(join(this.directory, '0.log'), criLines(line, 'stderr')));
  }

  /** Writes many lines at once, where it does not matter how. */
  public burst(lines: readonly string[]): void {
    appendFileSync(join(this.directory, '0.log'), lines.map(line => criLines(line, 'stdout')).join(''));
  }

  /** Writes the first part of a line whose rest is still to come. */
  public writePart(text: string): void {
    appendFileSync(join(this.directory, '0.log'), `${now()} stdout P ${text}\n`);
  }

  /** As the kubelet does: the file is renamed, and the runtime opens another one. */
  public rotate(): void {
    this.rotations += 1;
    renameSync(join(this.directory, '0.log'), join(this.directory, `0.log.20260101-${String(this.rotations).padStart(6, '0')}`));
    writeFileSync(join(this.directory, '0.log'), '', { mode: 0o640 });
  }

  /** The pod is deleted, and its files with it. */
  public remove(): void {
    rmSync(this.link);
    rmSync(this.directory, { recursive: true });
  }
}

function criLines(line: string, stream: string): string {
  const parts: string[] = [];
  for (let at = 0; at === 0 || at < line.length; at += PART_BYTES) {parts.push(line.slice(at, at + PART_BYTES));}
  return parts.map((part, index) => `${now()} ${stream} ${index === parts.length - 1 ? 'F' : 'P'} ${part}\n`).join('');
}

function now(): string {
  return new Date().toISOString().replace('Z', '000000Z');
}
