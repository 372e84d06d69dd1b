import { AgentFile } from '../../agent/container/agent-file';
import { EnvValue } from '../../agent/container/env-value';
import { HostPath } from '../../agent/container/host-path';
import { NodeCoverage } from '../../agent/nodes/node-coverage';

/**
 * An exporter that this library does not know.
 */
export interface OtherExporterOptions {
  /**
   * What it is called: the value of the label `app.kubernetes.io/name`, which is also what Prometheus calls the job.
   */
  readonly application: string;

  /**
   * The image, with a tag other than `latest`, or a digest, or both.
   */
  readonly image: string;

  /**
   * The port that the program is known by.
   */
  readonly port: number;

  /**
   * The flag that says where it listens, as `ADDRESS:PORT`, with its dashes.
   *
   * @default --web.listen-address - as programs with the Prometheus exporter toolkit have it
   */
  readonly listenFlag?: string;

  /**
   * The flag that names a web configuration of the Prometheus exporter toolkit, with its dashes. MetricsProtection.tls and .webConfig need
   * it.
   *
   * @default - the program takes none
   */
  readonly webConfigFlag?: string;

  /**
   * The path of the metrics.
   *
   * @default /metrics
   */
  readonly metricsPath?: string;

  /**
   * The path that answers as long as the program lives, and costs little.
   *
   * @default /
   */
  readonly healthPath?: string;

  /**
   * Arguments of the program, before that of where it listens and those of `args` of the agent. They are written as they are.
   *
   * @default - the program has no other arguments
   */
  readonly args?: string[];

  /**
   * Variables of the program.
   *
   * @default - those of the image
   */
  readonly env?: { [name: string]: EnvValue };

  /**
   * Files and directories of the node that it reads or writes.
   *
   * @default - it sees nothing of the node
   */
  readonly hostPaths?: HostPath[];

  /**
   * Its files.
   *
   * @default - those of the image
   */
  readonly files?: AgentFile[];

  /**
   * The nodes that it runs on where the agent says nothing.
   *
   * @default - every Linux node but Fargate and virtual-kubelet
   */
  readonly nodes?: NodeCoverage;
}
