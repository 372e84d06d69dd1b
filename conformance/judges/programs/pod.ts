import { createServer } from 'node:net';
import type { FakeNode } from './fake-node';

/** A container of a manifest, with the pod around it. */
export interface Container {
  readonly name: string;
  readonly image: string;
  readonly tag: string;
  readonly spec: any;
}

const LOOPBACK = '127.0.0.1';

/** What the downward API says of the pod that we start. */
const POD_FACTS: { readonly [fieldPath: string]: string } = {
  'metadata.name': 'pod-1',
  'metadata.namespace': 'node-agents',
  'spec.nodeName': 'node-1',
  'status.hostIP': LOOPBACK,
  'status.podIP': LOOPBACK,
};

/**
 * The pod of a workload, as it can be started outside of a cluster. Three things are rewritten, and no flag is added, dropped or renamed:
 * - a value that is a path below the mount of a host path becomes that host path below the root of a fake node;
 * - every port becomes a free one of this machine, the same in all containers of the pod;
 * - `$(NAME)` becomes the variable's value, as the kubelet would do it; the addresses of pod and node are 127.0.0.1.
 */
export class Pod {
  private readonly ports = new Map<string, string>();

  public constructor(private readonly spec: any, private readonly node: FakeNode) {}

  public get containers(): Container[] {
    return [...this.spec.initContainers ?? [], ...this.spec.containers].map((spec) => {
      const [, image, tag = ''] = /^(.*?)(?::([^:/@]+))?(?:@.*)?$/.exec(spec.image) as RegExpExecArray;
      return { name: spec.name, image, tag, spec };
    });
  }

  /** The arguments that a container's program gets here. */
  public async args({ spec }: Container): Promise<string[]> {
    const args: string[] = [...(spec.command ?? []).slice(1), ...spec.args ?? []];
    const expanded = args.map((arg) => arg.replace(/\$\(([A-Za-z_][\w.-]*)\)/g, (reference, name) => variable(spec, name) ?? reference));
    const placed = expanded.map((arg) => this.placed(spec, arg));
    return Promise.all(placed.map((arg) => this.listeningHere(arg)));
  }

  /** The port of this machine that stands for one of the pod, given by number or by the name that a container has for it. */
  public async port(port: number | string): Promise<string> {
    const all = this.containers.flatMap(({ spec }) => spec.ports ?? []);
    const number = typeof port === 'number' ? port : all.find(({ name }) => name === port)?.containerPort;
    const known = this.ports.get(String(number));
    if (known !== undefined) return known;
    const free = await freePort();
    this.ports.set(String(number), free);
    return free;
  }

  private placed(container: any, arg: string): string {
    const [, flag, value] = /^(--?[^=]+=)?([^]*)$/.exec(arg) as RegExpExecArray;
    for (const { name, mountPath } of container.volumeMounts ?? []) {
      const hostPath = (this.spec.volumes ?? []).find((volume: any) => volume.name === name)?.hostPath?.path;
      if (hostPath === undefined || (value !== mountPath && !value.startsWith(`${mountPath}/`))) continue;
      return `${flag ?? ''}${this.node.at(`${hostPath}/${value.slice(mountPath.length)}`)}`;
    }
    return arg;
  }

  private async listeningHere(arg: string): Promise<string> {
    const match = /^(--[^=]*=(?:https?:\/\/)?[^:/]*|--[^=]*=\[[^\]]*\]):(\d+)(\/.*)?$/.exec(arg);
    return match === null ? arg : `${match[1]}:${await this.port(Number(match[2]))}${match[3] ?? ''}`;
  }
}

function variable(container: any, name: string): string | undefined {
  const entry = (container.env ?? []).find((candidate: any) => candidate.name === name);
  return entry?.value ?? POD_FACTS[entry?.valueFrom?.fieldRef?.fieldPath];
}

/** A port of this machine that nobody has. */
export function freePort(): Promise<string> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, LOOPBACK, () => {
      const address = server.address();
      server.close(() => resolve(String(typeof address === 'object' && address !== null ? address.port : '')));
    });
  });
}
