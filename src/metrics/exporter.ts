import type * as Dcgm from './dcgm-exporter/dcgm-exporter';
import { DcgmExporterOptions } from './dcgm-exporter/dcgm-exporter-options';
import { nodeExporter } from './node-exporter/node-exporter';
import { NodeExporterOptions } from './node-exporter/node-exporter-options';
import type * as Other from './other-exporter/other-exporter';
import { OtherExporterOptions } from './other-exporter/other-exporter-options';
import { ExporterProgram } from './private/exporter-program';
import type * as Process from './process-exporter/process-exporter';
import { ProcessExporterOptions } from './process-exporter/process-exporter-options';
import type * as Smartctl from './smartctl-exporter/smartctl-exporter';
import { SmartctlExporterOptions } from './smartctl-exporter/smartctl-exporter-options';
import type * as Systemd from './systemd-exporter/systemd-exporter';
import { SystemdExporterOptions } from './systemd-exporter/systemd-exporter-options';
import type * as Windows from './windows-exporter/windows-exporter';
import { WindowsExporterOptions } from './windows-exporter/windows-exporter-options';
import { guardClass } from '../private/doors/guard-class';

/**
 * The program that turns what it sees of a node into metrics.
 */
export class Exporter {
  /**
   * node_exporter of the Prometheus project: processors, memory, disks, file systems and network of Linux nodes.
   *
   * @throws unknown-exporter-version
   * @throws invalid-image
   */
  public static nodeExporter(options: NodeExporterOptions = {}): Exporter {
    return new Exporter(nodeExporter(options));
  }

  /**
   * windows_exporter: processors, memory, disks, network, services and containers of Windows nodes. It runs as a HostProcess container,
   * which needs Pod Security level privileged.
   *
   * @throws unknown-exporter-version
   * @throws unknown-collector
   * @throws invalid-image
   */
  public static windows(options: WindowsExporterOptions = {}): Exporter {
    return new Exporter(load<typeof Windows>('windows').windowsExporter(options));
  }

  /**
   * dcgm-exporter: NVIDIA GPUs, and which pods have them. It runs on nodes with such GPUs and on no others, and needs the libraries of the
   * driver in its container: by the default runtime of these nodes, or by `runtimeClassName: 'nvidia'` of the agent. It mounts a directory
   * of the node, which needs Pod Security level privileged.
   *
   * @throws unknown-exporter-version
   * @throws invalid-counter
   * @throws invalid-pattern
   * @throws invalid-image
   */
  public static dcgm(options: DcgmExporterOptions = {}): Exporter {
    return new Exporter(load<typeof Dcgm>('dcgm').dcgmExporter(options));
  }

  /**
   * process-exporter: processor time, memory and number of the processes of a node, by groups. It mounts /proc of the node, which needs Pod
   * Security level privileged.
   *
   * @throws unknown-exporter-version
   * @throws invalid-process-group
   * @throws invalid-pattern
   * @throws invalid-image
   */
  public static process(options: ProcessExporterOptions = {}): Exporter {
    return new Exporter(load<typeof Process>('process').processExporter(options));
  }

  /**
   * smartctl_exporter: health of the disks of a node, as they report it by SMART. Its container is privileged, which needs Pod Security
   * level privileged. Virtual disks report nothing: name the nodes that have real ones.
   *
   * @throws unknown-exporter-version
   * @throws invalid-image
   */
  public static smartctl(options: SmartctlExporterOptions = {}): Exporter {
    return new Exporter(load<typeof Smartctl>('smartctl').smartctlExporter(options));
  }

  /**
   * systemd_exporter: states, processor time and restarts of the units of systemd. It mounts the system bus of the node, which needs Pod
   * Security level privileged.
   *
   * @throws unknown-exporter-version
   * @throws invalid-image
   */
  public static systemd(options: SystemdExporterOptions = {}): Exporter {
    return new Exporter(load<typeof Systemd>('systemd').systemdExporter(options));
  }

  /**
   * Any other exporter. What it needs of its pod is yours to say: here, and in the options of the agent.
   */
  public static of(options: OtherExporterOptions): Exporter {
    return new Exporter(load<typeof Other>('other').otherExporter(options));
  }

  /** The value of the label `app.kubernetes.io/name`, which is also what Prometheus calls the job. */
  public readonly application: string;
  /** The image. */
  public readonly image: string;

  private constructor(
    /** @internal */
    public readonly _program: ExporterProgram,
  ) {
    this.application = _program.preset.application;
    this.image = _program.preset.image;
  }
}

guardClass({ Exporter });

// an agent has one exporter: the others are not loaded
/* eslint-disable @typescript-eslint/no-require-imports */
const OTHERS = {
  windows: () => require('./windows-exporter/windows-exporter'),
  dcgm: () => require('./dcgm-exporter/dcgm-exporter'),
  process: () => require('./process-exporter/process-exporter'),
  smartctl: () => require('./smartctl-exporter/smartctl-exporter'),
  systemd: () => require('./systemd-exporter/systemd-exporter'),
  other: () => require('./other-exporter/other-exporter'),
};

function load<T>(name: keyof typeof OTHERS): T {
  return OTHERS[name]() as T;
}
