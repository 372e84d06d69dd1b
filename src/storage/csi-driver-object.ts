import { CsiDriverObjectOptions } from './csi-driver-object-options';
import { requireDriverObject } from './private/driver-object-spec';
import { guardClass } from '../private/doors/guard-class';

/**
 * Whether the CSIDriver object, which tells Kubernetes how to deal with the volumes of a driver, is made next to the plugin.
 *
 * It has no namespace, there is one for a driver and a cluster, and some of its fields never change: to change those, delete the object and
 * apply again. Volumes that are mounted stay mounted meanwhile; new mounts are made as if every field had its default.
 */
export class CsiDriverObject {
  /**
   * It is made, with what the driver says of itself and, over that, with what is given.
   *
   * @throws invalid-csi-driver
   */
  public static managed(options: CsiDriverObjectOptions = {}): CsiDriverObject {
    return new CsiDriverObject(true, requireDriverObject(options));
  }

  /** It is not made: an add-on owns it, another chart does, or a second plugin of the same driver does for other nodes. */
  public static unmanaged(): CsiDriverObject {
    return new CsiDriverObject(false, {});
  }

  private constructor(
    /** Whether the object is made. */
    public readonly isManaged: boolean,
    /** @internal */
    public readonly _options: CsiDriverObjectOptions,
  ) {}
}

guardClass({ CsiDriverObject });
