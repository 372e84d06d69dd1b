import { ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { FakeNode } from './fake-node';

/** In which /proc counts processor time: USER_HZ of Linux. */
const CLOCK_TICKS = 100;

/** What the kubelet would know of a pod. */
export interface PodFacts {
  readonly podIp: string;
  readonly nodeIp: string;
  readonly nodeName: string;
  /** The values of Secrets, by `NAME/KEY`. */
  readonly secrets: { readonly [key: string]: string };
  /** Where the certificate of the fake API server's authority is. */
  readonly authority: string;
}

/**
 * The pod of a DaemonSet, run as the kubelet would: its volumes where it mounts them, a read-only root, no capability, its environment, and
 * the configuration to the letter. The root is a tmpfs with the programs of this machine in it; nothing of it stays.
 */
export class FakePod {
  private child?: ChildProcess;
  private readonly directory: string;
  private starts = 0;

  public constructor(
    private readonly node: FakeNode, private readonly manifests: readonly any[], private readonly binary: string,
    private readonly facts: PodFacts, private readonly name: string,
    private readonly say: (line: string) => void = () => undefined,
  ) {
    this.directory = `${node.root}.pod-${name}`;
    mkdirSync(this.directory, { recursive: true });
  }

  public get isRunning(): boolean {
    return this.child !== undefined && this.child.exitCode === null && this.child.signalCode === null;
  }

  /** What the collector said of itself. */
  public get log(): string {
    const files = Array.from({ length: this.starts }, (_, index) => join(this.directory, `${index + 1}.log`));
    return files.filter(existsSync).map(file => readFileSync(file, 'utf8')).join('');
  }

  public start(): void {
    this.starts += 1;
    const { template: { spec } } = this.manifests.find(object => object.kind === 'DaemonSet').spec;
    const [container] = spec.containers;
    const root = join(this.directory, 'root');
    mkdirSync(root, { recursive: true });
    const program = container.command?.[0] ?? `/${basename(this.binary)}`;
    const mounts: Array<readonly [from: string, to: string]> = [
      ...[
        '/usr', '/lib', '/lib64', '/bin', '/proc', '/dev', '/etc/ssl', '/etc/nsswitch.conf', '/etc/ld.so.cache',
      ].filter(existsSync).map(path => [path, path] as const),
      [this.hosts(), '/etc/hosts'],
      [this.binary, program],
      ...container.volumeMounts.map((mount: any) => [
        this.volume(spec.volumes.find((volume: any) => volume.name === mount.name), mount), mount.mountPath,
      ] as const),
    ];
    const script = [
      `mount -t tmpfs pod ${root}`,
      ...mounts.flatMap(([from, to]) => [
        `if [ -d ${from} ]; then mkdir -p ${root}${to}; else mkdir -p ${root}${dirname(to)}; touch ${root}${to}; fi`,
        `mount --bind ${from} ${root}${to}`,
      ]),
      `mount -o remount,ro ${root}`,
      `exec chroot ${root} setpriv --bounding-set -all --inh-caps -all --no-new-privs "$@"`,
    ].join(' && ');
    const args = [program, ...(container.command ?? []).slice(1), ...container.args ?? []].map(text => this.expanded(text, container));
    this.child = spawn('unshare', ['--mount', '--propagation', 'private', 'sh', '-c', script, 'pod', ...args], {
      env: { PATH: process.env.PATH, ...this.environment(container) }, stdio: ['ignore', 'pipe', 'pipe'],
    });
    const log = createWriteStream(join(this.directory, `${this.starts}.log`));
    [this.child.stdout!, this.child.stderr!].forEach(stream => stream.on('data', (data: Buffer) => {
      log.write(data);
      data.toString().split('\n').filter(line => line !== '').forEach(this.say);
    }));
  }

  /** What it has used: the commands before the collector are replaced by it, so that it is the process that was started. */
  public use(): { readonly processorSeconds: number; readonly peakMebibytes: number } {
    const read = (file: string) => readFileSync(`/proc/${this.child!.pid}/${file}`, 'utf8');
    const fields = read('stat').slice(read('stat').lastIndexOf(')') + 2).split(' ');
    const peak = /VmHWM:\s+(\d+) kB/.exec(read('status'));
    return { processorSeconds: (Number(fields[11]) + Number(fields[12])) / CLOCK_TICKS, peakMebibytes: Number(peak?.[1] ?? 0) / 1024 };
  }

  /** Ends it, and waits until it has. Gives the seconds that it took. */
  public async stop(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<number> {
    const child = this.child;
    if (child === undefined || !this.isRunning) {return 0;}
    const begun = Date.now();
    await new Promise<void>(done => {
      child.once('close', () => done());
      child.kill(signal);
    });
    return (Date.now() - begun) / 1000;
  }

  private environment(container: any): { [name: string]: string } {
    const values: { [name: string]: string } = {
      HOSTNAME: `${this.name}-abcde`, KUBERNETES_SERVICE_HOST: '127.0.0.1', KUBERNETES_SERVICE_PORT: '443',
    };
    for (const variable of container.env ?? []) {values[variable.name] = this.valueOf(variable, values);}
    return values;
  }

  private valueOf({ value, valueFrom }: any, earlier: { readonly [name: string]: string }): string {
    if (valueFrom?.fieldRef) {
      const { podIp, nodeIp, nodeName } = this.facts;
      const fields: { [path: string]: string } = {
        'status.podIP': podIp, 'status.hostIP': nodeIp, 'spec.nodeName': nodeName,
        'metadata.name': `${this.name}-abcde`, 'metadata.namespace': 'node-agents',
      };
      return fields[valueFrom.fieldRef.fieldPath];
    }
    if (valueFrom?.secretKeyRef) {return this.facts.secrets[`${valueFrom.secretKeyRef.name}/${valueFrom.secretKeyRef.key}`];}
    return String(value ?? '').replace(/\$\(([^)]+)\)/g, (all, name) => earlier[name] ?? all);
  }

  private expanded(text: string, container: any): string {
    const values = this.environment(container);
    return text.replace(/\$\(([^)]+)\)/g, (all, name) => values[name] ?? all);
  }

  /** A directory or file of this machine for what a pod mounts. */
  private volume(volume: any, { subPath, name }: any): string {
    if (volume.hostPath) {
      const path = this.node.path(volume.hostPath.path);
      if (volume.hostPath.type === 'File') {
        mkdirSync(dirname(path), { recursive: true });
        if (!existsSync(path)) {writeFileSync(path, '0123456789abcdef0123456789abcdef\n');}
      } else {mkdirSync(path, { recursive: true });}
      return path;
    }
    const directory = join(this.directory, `volume-${name}`);
    mkdirSync(directory, { recursive: true });
    if (volume.configMap) {
      const { data = {} } = this.manifests.find(object => object.kind === 'ConfigMap' && object.metadata.name === volume.configMap.name);
      const items = volume.configMap.items ?? Object.keys(data).map(key => ({ key, path: key }));
      for (const { key, path } of items) {
        mkdirSync(dirname(join(directory, path)), { recursive: true });
        writeFileSync(join(directory, path), data[key]);
      }
    }
    if (volume.projected) {
      writeFileSync(join(directory, 'token'), 'token-of-the-pod');
      writeFileSync(join(directory, 'namespace'), 'node-agents');
      writeFileSync(join(directory, 'ca.crt'), readFileSync(this.facts.authority));
    }
    return subPath === undefined ? directory : join(directory, subPath);
  }

  private hosts(): string {
    const file = join(this.directory, 'hosts');
    writeFileSync(file, '127.0.0.1 localhost kubernetes.default.svc back-end.test\n::1 localhost\n');
    return file;
  }
}
