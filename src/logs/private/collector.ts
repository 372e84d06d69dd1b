import { Size } from 'cdk8s';
import { AlertQueries } from './alert-rules';
import { ConfigArguments } from './config-arguments';
import { CollectorDialect, DestinationContext } from './destination-context';
import { NodeSystem } from './node-system';
import { ProxyRules } from './proxy';
import { EnvValue } from '../../agent/container/env-value';
import { Port } from '../../agent/container/port';
import { Resources } from '../../agent/container/resources';
import { AgentPlan } from '../../agent/plan/agent-plan';
import { TargetCluster } from '../../agent/target-cluster';
import { Preset } from '../../presets/preset';
import { LogDestination } from '../log-destination';
import { LogFileAccess } from '../log-file-access';
import { LogFilter } from '../log-filter';
import { LogInput } from '../log-input';
import { LogMetadata } from '../log-metadata';
import { LogScale } from '../log-scale';
import { LogState } from '../log-state';
import { LogValue } from '../log-value';
import { CollectorSupport } from '../support/collector-support';

/** What a log agent was asked for, independent of the collector. */
export interface LogSetup {
  readonly inputs: readonly LogInput[];
  readonly destinations: readonly LogDestination[];
  readonly filters: readonly LogFilter[];
  readonly metadata: LogMetadata;
  readonly fields: { readonly [name: string]: LogValue };
  readonly state: LogState;
  readonly access: LogFileAccess;
  readonly resources: Resources;
  readonly scale: LogScale;
  /** The port of the metrics, where one was asked for. */
  readonly port?: number;
  readonly cluster: TargetCluster;
  /** What the nodes run. */
  readonly system: NodeSystem;
}

/**
 * A program that can do what a log agent was asked for: one for each agent. A further one is a folder, and a factory of LogCollector.
 *
 * `LogPipeline` does what is the same for all of them, and calls these in turn: `contribute`, then each input, each filter and each
 * destination.
 */
export interface Collector {
  /** All of it that does not depend on inputs and destinations. */
  readonly preset: Preset;
  /** What it can do. The other methods are called for nothing else. */
  readonly support: CollectorSupport;
  readonly dialect: CollectorDialect;
  readonly metricsPort: Port;
  readonly metricsPath: string;
  /** Where positions and buffers are in the container. */
  readonly statePath: string;
  /** The directory of the node in which it finds log files of containers, where it can do without the rest of /var/log. */
  readonly containerLogs?: string;
  /** How much it keeps on the node of what destinations refused. */
  readonly keepsRefused?: Size;
  /** How it receives the path of its configuration. */
  readonly configArguments: ConfigArguments;
  /** How long the program may take to stop, in seconds. */
  readonly stopSeconds: number;
  /** Whether it also sends logs where no destination says so, by a section of its own. */
  readonly hasOwnOutputs: boolean;
  /** What alerts ask about it. */
  readonly alertQueries: AlertQueries;
  /** How it finds a proxy; undefined where nothing is known of it. */
  readonly proxy?: ProxyRules;
  /** Names and addresses by which it reaches the Kubernetes API and the kubelet, where it does: with variables that they refer to. */
  readonly clusterHosts?: { readonly names: readonly string[]; readonly variables: { readonly [name: string]: EnvValue } };
  /** Adds what the program needs whatever it reads. */
  contribute(plan: AgentPlan): void;
  /** Also adds the rights that reading it takes. */
  addInput(input: LogInput, plan: AgentPlan): void;
  /** In their order, before destinations. */
  addFilter(filter: LogFilter): void;
  addDestination(destination: LogDestination, context: DestinationContext): void;
}
