import { CsiSidecarOptions } from './csi-sidecar-options';
import { guardClass } from '../private/doors/guard-class';

/**
 * Whether a driver has one of the sidecars of a controller, and how it runs.
 */
export class CsiSidecar {
  /**
   * It runs, with what is given over what the driver says. `extraArgs` come after those of the driver, and the last of two equal flags
   * wins.
   */
  public static of(options: CsiSidecarOptions = {}): CsiSidecar {
    return new CsiSidecar(true, options);
  }

  /** It does not run, and nothing is granted for it. */
  public static none(): CsiSidecar {
    return new CsiSidecar(false, {});
  }

  private constructor(
    /** Whether it runs. */
    public readonly isUsed: boolean,
    /** @internal */
    public readonly _options: CsiSidecarOptions,
  ) {}
}

guardClass({ CsiSidecar });
