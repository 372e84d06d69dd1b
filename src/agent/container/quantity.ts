import { Size } from 'cdk8s';
import type { Cpu } from 'cdk8s-plus-28';
import { guardClass } from '../../private/doors/guard-class';
import { requireQuantity } from '../../private/quantity';
import { sizeQuantity } from '../../private/size';

/**
 * An amount of a resource, in the one spelling that the API server stores: written any other way it comes back changed, and GitOps tools
 * that compare text see a difference for ever.
 */
export class Quantity {
  /**
   * From text: `50m`, `0.5`, `64Mi`, `1G`.
   *
   * @throws invalid-quantity
   */
  public static of(text: string): Quantity {
    return new Quantity(requireQuantity(text, 'the quantity'));
  }

  /** From a size of cdk8s. */
  public static size(size: Size): Quantity {
    return new Quantity(sizeQuantity(size));
  }

  /** From a processor share of cdk8s-plus. */
  public static cpu(cpu: Cpu): Quantity {
    return new Quantity(requireQuantity((cpu as unknown as { amount: string }).amount, 'the processor share'));
  }

  private constructor(
    /** The canonical spelling: `1000m` became `1`. Usable wherever this library takes a quantity. */
    public readonly text: string,
  ) {}

  /** The canonical spelling. */
  public toString(): string {
    return this.text;
  }
}

guardClass({ Quantity });
