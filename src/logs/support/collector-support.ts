import { Answer } from './choice';
import { DestinationChoices } from './destination-choices';
import { FilterChoices } from './filter-choices';
import { InputChoices } from './input-choices';

/**
 * What a collector can do, as data. A kind or a choice that it does not answer does not compile.
 *
 * `LogPipeline` refuses what is not in it, and the table of the docs is made from it.
 */
export interface CollectorSupport {
  /** The program, in messages. */
  readonly program: string;
  /** What a user writes to have it. */
  readonly factory: string;
  readonly metadata: readonly LogMetadataSource[];
  /** Whether it reads logs of Windows nodes, too. */
  readonly runsOnWindows: boolean;
  readonly inputs: { readonly [Kind in keyof InputChoices]: Answer<InputChoices[Kind]> };
  readonly filters: { readonly [Kind in keyof FilterChoices]: Answer<FilterChoices[Kind]> };
  readonly destinations: { readonly [Kind in keyof DestinationChoices]: Answer<DestinationChoices[Kind]> };
}

/** Where metadata of pods come from, as `LogMetadata` calls it. */
export type LogMetadataSource = 'api' | 'kubelet' | 'fileName' | 'none';
