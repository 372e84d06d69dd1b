import { Port } from '../../agent/container/port';
import { Resources } from '../../agent/container/resources';
import { NodeAgentProps } from '../../agent/node-agent-props';
import { IAgentFeature } from '../../agent/plan/agent-feature';
import { LogDestination } from '../log-destination';
import { LogFileAccess } from '../log-file-access';
import { LogInput } from '../log-input';
import { LogMetadata } from '../log-metadata';
import { LogState } from '../log-state';
import { LogValue } from '../log-value';

/** What a log agent was asked for, in nobody's words. */
export interface LogSetup {
  readonly inputs: readonly LogInput[];
  readonly destinations: readonly LogDestination[];
  readonly metadata: LogMetadata;
  readonly fields: { readonly [name: string]: LogValue };
  readonly state: LogState;
  readonly access: LogFileAccess;
  readonly resources: Resources;
  /** The port of the metrics, where one was asked for. */
  readonly port?: number;
}

/** A program that can do what a log agent was asked for: one for each agent. A further one is a folder, and a factory of LogCollector. */
export interface Collector extends IAgentFeature {
  /** What the program is called: the label of the agent, and the name of its container. */
  readonly application: string;
  readonly metricsPort: Port;
  readonly metricsPath: string;
  /** The container and the pod, as far as inputs and destinations do not matter. */
  readonly pod: Pick<NodeAgentProps, 'image' | 'command' | 'args' | 'livenessProbe' | 'readinessProbe'>;
  /** The inputs so far. */
  readonly inputs: readonly LogInput[];
  /** How long the program may take to stop, in seconds. */
  readonly stopSeconds: number;
  /** @throws unsupported-by-collector */
  addInput(input: LogInput): void;
  /** @throws unsupported-by-collector */
  addDestination(destination: LogDestination): void;
}
