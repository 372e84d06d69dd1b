import type { NodeCoverage } from '../../agent/nodes/node-coverage';
import type { Preset } from '../../presets/preset';

/** One kind of device plugin. A further kind is a folder with one of these, and a factory of `DevicePluginDriver`. */
export interface DevicePluginProgram {
  /** The resources that it can offer. */
  readonly resourceNames: readonly string[];
  /** The nodes that have its devices, and the taints that mark them. */
  readonly nodes: NodeCoverage;
  /** The program itself, without what holds for every device plugin. */
  readonly preset: Preset;
  /** Another agent on the same nodes, that describes them. */
  readonly companion?: Companion;
}

/** An agent of its own that comes with a device plugin. */
export interface Companion {
  /** What its name ends in. */
  readonly suffix: string;
  readonly preset: Preset;
}
