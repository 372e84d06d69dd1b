import type { Io } from './io';

/** An option. */
export interface OptionSpec {
  /** What stands for the value in the usage; absent for a switch, which takes none. */
  readonly value?: string;
  readonly about: string;
  /** The values that it takes, where they are few; the first one is the default. */
  readonly choices?: readonly string[];
}

/** What was given to a command. */
export interface Given {
  readonly paths: readonly string[];
  readonly options: { readonly [name: string]: string | undefined };
  readonly help: boolean;
}

/** A command: what it takes, what its help says, and what it does. */
export interface Command {
  readonly summary: string;
  readonly details?: string;
  /** What exit code 2 means; absent where it is never given. */
  readonly finds?: string;
  /** What exit code 3 means; absent where it is never given. */
  readonly forbids?: string;
  /** What the usage names before the options; files, directories or standard input if absent. */
  readonly takes?: string;
  /** Whether it answers without any objects. */
  readonly readsNothing?: boolean;
  readonly options: { readonly [name: string]: OptionSpec };
  /** Does its work, and returns the exit code. */
  readonly run: (given: Given, io: Io) => Promise<number>;
}

/** Options that several commands have. */
export const COMMON = {
  nodes: { value: 'FILE', about: 'the nodes: what `kubectl get nodes -o json` writes; - for standard input' },
  pods: { value: 'FILE', about: 'the pods of the cluster: what `kubectl get pods -A -o json` writes' },
  platform: {
    value: 'PLATFORM',
    about: 'one simulated node of each kind of this platform, where no nodes are given: eks, talos and others of docs/platforms.md',
  },
  agent: { value: 'NAMESPACE/NAME', about: 'this DaemonSet alone; its name is enough where no other has it' },
  format: { value: 'FORMAT', about: 'text for people, json for programs', choices: ['text', 'json'] },
} as const satisfies { readonly [name: string]: OptionSpec };
