import { Wire } from '../../../private/wire';

/** A destination in the spelling of Vector. */
export interface Sink {
  /** A program that makes of a record what the sink takes. */
  readonly program?: string;
  readonly wire: Wire;
}
