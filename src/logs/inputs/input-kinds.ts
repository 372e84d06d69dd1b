import { ContainerLogsOptions } from './container-logs-options';
import { FileLogsOptions } from './file-logs-options';
import { JournalLogsOptions } from './journal-logs-options';

/**
 * What is known of each kind of input. A further kind is a row here; the compiler then asks for what it mounts, and for a translation by
 * every collector.
 */
export interface InputKinds {
  readonly containers: ContainerLogsOptions;
  readonly journal: JournalLogsOptions & { readonly directory: string; readonly transport?: 'kernel' };
  readonly files: FileLogsOptions & { readonly paths: string[] };
}

export type InputKind = keyof InputKinds;

/** An input as data. */
export type InputOf<Kind extends InputKind> = { readonly [Each in Kind]: {
  readonly kind: Each; readonly options: InputKinds[Each];
} }[Kind];
