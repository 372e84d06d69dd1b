import { FluentBit } from './fluent-bit/fluent-bit';
import { FluentBitOptions } from './fluent-bit/fluent-bit-options';
import type * as OpenTelemetry from './open-telemetry/open-telemetry-collector';
import { OpenTelemetryCollectorOptions } from './open-telemetry/open-telemetry-collector-options';
import { Collector, LogSetup } from './private/collector';
import type * as VectorModule from './vector/vector';
import { VectorOptions } from './vector/vector-options';
import { guardClass } from '../private/doors/guard-class';

/**
 * The program that reads logs and sends them.
 */
export class LogCollector {
  /** Fluent Bit 5.1, configured by its YAML. */
  public static fluentBit(options: FluentBitOptions = {}): LogCollector {
    return new LogCollector('fluent-bit', setup => new FluentBit(options, setup));
  }

  /** Vector 0.55 to 0.57, configured by its YAML. */
  public static vector(options: VectorOptions = {}): LogCollector {
    return new LogCollector('vector', setup => new (loadVector().Vector)(options, setup));
  }

  /** The OpenTelemetry Collector, 0.144 to 0.159, configured by its YAML. */
  public static openTelemetryCollector(options: OpenTelemetryCollectorOptions = {}): LogCollector {
    return new LogCollector('opentelemetry-collector', setup => new (loadOpenTelemetry().OpenTelemetryCollector)(options, setup));
  }

  private constructor(
    /** The program, as it calls itself: the value of the label `app.kubernetes.io/name`. */
    public readonly application: string,
    private readonly make: (setup: LogSetup) => Collector,
  ) {}

  /** @internal a collector for one agent */
  public _for(setup: LogSetup): Collector {
    return this.make(setup);
  }
}

guardClass({ LogCollector });

// an agent has one collector: the others are not loaded

function loadVector(): typeof VectorModule {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('./vector/vector') as typeof VectorModule;
}

function loadOpenTelemetry(): typeof OpenTelemetry {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('./open-telemetry/open-telemetry-collector') as typeof OpenTelemetry;
}
