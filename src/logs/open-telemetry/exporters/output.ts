import { Extensions } from './auth';
import { Wire } from '../../../private/wire';
import { DestinationContext } from '../../private/destination-context';
import { LogSource } from '../../private/log-source';
import { ScaleSettings } from '../../private/scale-settings';

/** What a destination is to the collector. */
export interface Output extends Translation {
  /** The type of its exporter. */
  readonly type: string;
}

/** The settings of an exporter, and what it needs in addition. */
export interface Translation {
  readonly settings: Wire;
  readonly extensions: Extensions;
  /** What happens to its records alone, by the type of the processor, in this order. */
  readonly processors: { readonly [type: string]: Wire };
  /** The same, when the text of a line is the body again. No type is in both. */
  readonly lastProcessors?: { readonly [type: string]: Wire };
  /** What it takes from records. */
  readonly sources?: readonly LogSource[];
}

/** What a translation knows in addition to its destination. */
export interface OutputContext {
  readonly context: DestinationContext;
  readonly scale: ScaleSettings;
}
