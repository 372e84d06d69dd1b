import { Wire } from '../../private/wire';

/** Components by their ids, and options outside of them. */
export interface VectorConfig {
  readonly global: Wire;
  readonly sources: { [id: string]: Wire };
  readonly transforms: { [id: string]: Wire };
  readonly sinks: { [id: string]: Wire };
}
