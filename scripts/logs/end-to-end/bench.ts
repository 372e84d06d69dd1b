import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { App, Chart } from 'cdk8s';
import { ApiServer } from './back-ends/api-server';
import { BackEnd } from './back-ends/back-end';
import { CollectorUnderTest } from './collector-under-test';
import { FakeNode } from './fake-node';
import { FakePod, PodFacts } from './fake-pod';
import { EnvValue, LogAgent, LogAgentProps } from '../../../src';

/** A case: what happens on a node, and what must have arrived in the end. */
export interface Case {
  readonly name: string;
  /** Collectors that it is about, by name; all where it says nothing. */
  readonly only?: readonly string[];
  /** Whether it is run only where it is asked for by name. */
  readonly onDemand?: boolean;
  readonly run: (bench: Bench) => Promise<void>;
}

/** What a case works with: a node, an API server and a collector, all fresh. */
export class Bench {
  public readonly problems: string[] = [];
  public readonly figures: string[] = [];
  public readonly node: FakeNode;
  private readonly pods: FakePod[] = [];
  private readonly backEnds: BackEnd[] = [];

  public constructor(
    public readonly tested: CollectorUnderTest, private readonly binary: string, private readonly directory: string,
    public readonly api: ApiServer, private readonly caseName: string,
  ) {
    mkdirSync(directory, { recursive: true });
    this.node = new FakeNode(join(directory, 'node'));
    api.outage = undefined;
    api.requests = [];
  }

  /** The pod of an agent, with the configuration that the library writes for it. Not started yet. */
  public agent(
    props: Partial<LogAgentProps> = {}, facts: Partial<PodFacts> = {}, name: string = 'logs', say?: (line: string) => void,
  ): FakePod {
    const chart = new Chart(new App({ outdir: join(this.directory, 'never-written') }), 'suite', { namespace: 'node-agents' });
    new LogAgent(chart, name, {
      collector: this.tested.collector(), destinations: [this.tested.destination(8080)], ...this.tested.props, ...props,
    });
    return this.pod(chart.toJson(), name, facts, say);
  }

  /** The pod of a DaemonSet that is among these objects. */
  public pod(manifests: readonly any[], name: string, facts: Partial<PodFacts> = {}, say?: (line: string) => void): FakePod {
    const pod = new FakePod(this.node, manifests, this.binary, {
      podIp: '127.0.0.1', nodeIp: '127.0.0.1', nodeName: 'node-1', secrets: {}, authority: this.api.authority, ...facts,
    }, name, say);
    this.pods.push(pod);
    return pod;
  }

  /** Variables with these texts. */
  public env(texts: { readonly [name: string]: string }): { [name: string]: EnvValue } {
    return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, EnvValue.of(text)]));
  }

  /** What the container of the collector is called. */
  public get containerName(): string {
    return this.tested.collector().application;
  }

  public async backEnd(answer?: ConstructorParameters<typeof BackEnd>[1], port: number = 8080): Promise<BackEnd> {
    const backEnd = await new BackEnd(port, answer).up();
    this.backEnds.push(backEnd);
    return backEnd;
  }

  public expect(holds: boolean, otherwise: string): void {
    if (!holds) {this.problems.push(otherwise);}
  }

  /** What was measured, for the report. */
  public figure(text: string): void {
    this.figures.push(text);
  }

  /** Waits until something holds, for so many seconds at most. */
  public async until(holds: () => boolean | Promise<boolean>, seconds: number = 20): Promise<boolean> {
    for (const end = Date.now() + seconds * 1000; Date.now() < end;) {
      if (await holds()) {return true;}
      await sleep(0.1);
    }
    return false;
  }

  /** Waits until the collector answers its probes. */
  public async ready(
    host: string = '127.0.0.1', port: number = this.tested.probePort, path: string = this.tested.probePath, seconds: number = 15,
  ): Promise<boolean> {
    // a server that takes a connection while it starts, and does not answer, would hold up the case for ever
    const asked = () => fetch(`http://${host}:${port}${path}`, { signal: AbortSignal.timeout(2000) });
    return this.until(async () => asked().then(response => response.ok, () => false), seconds);
  }

  public async end(): Promise<void> {
    for (const pod of this.pods) {await pod.stop('SIGKILL');}
    for (const backEnd of this.backEnds) {await backEnd.down();}
    if (this.problems.length > 0) {
      console.log(`--- ${this.caseName}: the collector said last`);
      this.pods.forEach(pod => console.log(pod.log.split('\n').slice(-12).join('\n')));
    }
  }
}

export function sleep(seconds: number): Promise<void> {
  return new Promise(done => setTimeout(done, seconds * 1000));
}
