import { fail } from '../../../private/agent-error';
import { fixedValue } from '../../../private/default-row';
import { guardClass } from '../../../private/doors/guard-class';
import { isWholeNumber, MAX_INT32 } from '../../../private/whole-number';
import { sortedEntries, Wire } from '../../../private/wire';
import { DEVICE_DEFAULTS } from '../../defaults';
import { requireResourceName } from '../../private/resource-name';

/**
 * Details of shared GPUs.
 */
export interface TimeSlicingOptions {
  /**
   * Whether shares are offered under a name of their own, such as `nvidia.com/gpu.shared`, so that no pod gets a share by mistake.
   * Otherwise nodes say it by the label `nvidia.com/gpu.product`, which ends in `-SHARED` (with GPU Feature Discovery).
   *
   * @default false
   */
  readonly rename?: boolean;

  /**
   * Whether pods that ask for more than one share are refused. Two shares are not twice the time of a GPU.
   *
   * @default true
   */
  readonly failRequestsGreaterThanOne?: boolean;
}

/**
 * Whether several containers use one GPU.
 */
export class NvidiaSharing {
  /** Each GPU or MIG device belongs to one container. */
  public static none(): NvidiaSharing {
    return new NvidiaSharing({});
  }

  /**
   * Containers take turns. Neither memory nor faults are isolated: a container can use up the memory of the GPU, and a fault of one ends
   * all of them.
   *
   * @param replicas how many containers share a device, at least 2, by the name of the resource: `{ 'nvidia.com/gpu': 4 }`
   * @throws invalid-device-plugin
   */
  public static timeSlicing(replicas: { [resourceName: string]: number }, options: TimeSlicingOptions = {}): NvidiaSharing {
    return new NvidiaSharing(replicas, options);
  }

  private constructor(
    /** How many containers share a device, by the name of the resource. Empty where none is shared. */
    public readonly replicas: { [resourceName: string]: number },
    private readonly options: TimeSlicingOptions = {},
  ) {
    for (const [name, count] of Object.entries(replicas)) {
      requireResourceName(name);
      if (!name.startsWith('nvidia.com/') || !isWholeNumber(count, 2, MAX_INT32)) {
        fail({
          code: 'invalid-device-plugin', what: 'a device cannot be shared like this', given: `${name}: ${count}`,
          allowed: 'resources of nvidia.com, each with a whole number of at least 2', fix: 'leave out resources that are not shared',
        });
      }
    }
  }

  /** @internal the part `sharing` of the configuration */
  public _toConfig(): Wire | undefined {
    const resources = sortedEntries(this.replicas).map(([name, replicas]) => ({ name, replicas }));
    if (resources.length === 0) {return undefined;}
    const { rename, failRequestsGreaterThanOne } = this.options;
    return {
      timeSlicing: {
        renameByDefault: rename ?? false,
        failRequestsGreaterThanOne: failRequestsGreaterThanOne ?? fixedValue(DEVICE_DEFAULTS.nvidiaFailRequestsGreaterThanOne),
        resources,
      },
    };
  }
}

guardClass({ NvidiaSharing });
