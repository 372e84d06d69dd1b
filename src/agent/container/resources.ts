import { fail, quote } from '../../private/agent-error';
import { guardClass } from '../../private/doors/guard-class';
import { isQualifiedName } from '../../private/names';
import { compareQuantities, isCountable, isMultiple, isQuantity, requireQuantity } from '../../private/quantity';
import { orUndefined, sortedEntries, Wire } from '../../private/wire';

/**
 * What a container reserves and may use. Quantities are text: `50m`, `64Mi`; from other types: `Quantity.size(...).text`.
 */
export interface ResourcesOptions {
  /**
   * The processor share that is reserved.
   *
   * @default - none is reserved
   */
  readonly cpu?: string;

  /**
   * The processor share above which the container is throttled. Agents do without: a throttled agent falls behind just when the node is
   * busy.
   *
   * @default - no limit
   */
  readonly cpuLimit?: string;

  /**
   * The memory that is reserved.
   *
   * @default - none is reserved
   */
  readonly memory?: string;

  /**
   * The memory above which the container is killed.
   *
   * @default - no limit
   */
  readonly memoryLimit?: string;

  /**
   * The node-local storage that is reserved for logs and emptyDir volumes. Host paths do not count.
   *
   * @default - none is reserved
   */
  readonly ephemeralStorage?: string;

  /**
   * The node-local storage above which the pod is evicted.
   *
   * @default - no limit
   */
  readonly ephemeralStorageLimit?: string;

  /**
   * Extended resources and huge pages, by their names: `nvidia.com/gpu`, `hugepages-2Mi`. Request and limit are the same.
   *
   * @default - no further resource is asked for
   */
  readonly extended?: { [name: string]: string };
}

/**
 * What a container reserves and may use.
 */
export class Resources {
  /**
   * What is given, and nothing else.
   *
   * @throws invalid-quantity
   */
  public static of(options: ResourcesOptions): Resources {
    const read = (name: keyof ResourcesOptions) => options[name] === undefined
      ? undefined : requireQuantity(options[name] as string, `resources.${name}`);
    const extended = Object.fromEntries(sortedEntries(options.extended).map(([name, amount]) => [name, requireExtended(name, amount)]));
    const hugePages = Object.keys(extended).find(name => name.startsWith('hugepages-'));
    if (hugePages && options.cpu === undefined && options.memory === undefined) {
      fail({
        code: 'invalid-quantity', what: 'huge pages go with a request of processor or memory', given: `${hugePages} alone`,
        fix: 'request cpu or memory too',
      });
    }
    const requests = orUndefined({
      'cpu': read('cpu'), 'memory': read('memory'), 'ephemeral-storage': read('ephemeralStorage'), ...extended,
    });
    const limits = orUndefined({
      'cpu': read('cpuLimit'), 'memory': read('memoryLimit'), 'ephemeral-storage': read('ephemeralStorageLimit'), ...extended,
    });
    for (const [name, limit] of sortedEntries(limits)) {
      const request = requests?.[name];
      if (request !== undefined && compareQuantities(request, limit) > 0) {
        fail({
          code: 'request-above-limit',
          what: `more ${name} is requested than the limit allows`,
          given: `request ${request}, limit ${limit}`,
          allowed: 'a request up to the limit',
          fix: 'raise the limit, or leave it out',
        });
      }
    }
    return new Resources(requests, limits);
  }

  /** Nothing is reserved and nothing is bounded: the pod is the first to go when the node runs short. */
  public static none(): Resources {
    return new Resources();
  }

  private constructor(
    private readonly requested?: { [resource: string]: string },
    private readonly limited?: { [resource: string]: string },
  ) {}

  /** What is reserved, by resource. */
  public get requests(): { [resource: string]: string } {
    return { ...this.requested };
  }

  /** What is the most, by resource. */
  public get limits(): { [resource: string]: string } {
    return { ...this.limited };
  }

  /** @internal */
  public _toWire(): Wire | undefined {
    return orUndefined({ requests: this.requested, limits: this.limited });
  }
}

guardClass({ Resources });

/** Resources of device plugins and huge pages: whole, and never more than one can have. */
function requireExtended(name: string, amount: string): string {
  const quantity = requireQuantity(amount, `resources.extended[${quote(name)}]`);
  const pageSize = name.startsWith('hugepages-') ? name.slice('hugepages-'.length) : undefined;
  const unit = pageSize ?? '1';
  if (pageSize === undefined
    ? !name.includes('/') || !isQualifiedName(`requests.${name}`) || /^(kubernetes\.io\/|requests\.)/.test(name)
    : !isQuantity(pageSize)) {
    fail({
      code: 'invalid-quantity', what: 'there is no such extended resource', given: quote(name),
      allowed: 'a name with a domain such as nvidia.com/gpu, or hugepages-<size>', fix: 'copy the name from `kubectl get node -o yaml`',
    });
  }
  if (!isMultiple(quantity, unit) || pageSize === undefined && !isCountable(quantity)) {
    fail({
      code: 'invalid-quantity', what: `${name} is not divisible`, given: quote(amount), allowed: `a multiple of ${unit}`, fix: 'round it',
    });
  }
  return quantity;
}
