import { matchers, NodeAgentMatchers } from './matchers';
import { snapshotSerializer } from './snapshot-serializer';

export { matchers, snapshotSerializer };
export type { NodeAgentMatchers };

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace
  namespace jest {
    // eslint-disable-next-line @typescript-eslint/no-unused-vars
    interface Matchers<R, T = {}> extends NodeAgentMatchers<R> {}
  }
}

/** What of a test framework is used. */
interface Expect {
  extend(given: typeof matchers): void;
  addSnapshotSerializer(given: typeof snapshotSerializer): void;
}

// importing the file is enough where `expect` is global; elsewhere what it exports is registered by hand
const { expect } = globalThis as { readonly expect?: Expect };
expect?.extend(matchers);
expect?.addSnapshotSerializer(snapshotSerializer);
