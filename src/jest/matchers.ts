import { daemonSetOf, isDaemonSetView, manifestsOf } from './received';
import type { SimulatedNode } from '../cluster/simulated/simulated-node';
import type { FindingsOptions } from '../testing/findings-options';
import type { HostPathMountOptions } from '../testing/host-path-mount-options';
import type { HostPortClaimOptions } from '../testing/host-port-claim-options';

/**
 * What `expect` can ask of a chart, an app, YAML, `testing.Manifests` or one DaemonSet of these. What speaks of a DaemonSet takes manifests
 * with exactly one.
 */
export interface NodeAgentMatchers<R> {
  /** The agent runs on the node. With `not`: the node gets no pod. */
  toRunOn(node: SimulatedNode): R;
  /** A rollout reaches every one of the nodes that answers. */
  toRollOutOn(nodes: SimulatedNode[]): R;
  /** A container mounts the path of the node in this way. */
  toMountHostPath(hostPath: string, options?: HostPathMountOptions): R;
  /** The agent takes the port of its nodes. */
  toClaimHostPort(port: number, options?: HostPortClaimOptions): R;
  /** The checks find nothing that is not acknowledged. */
  toHaveNoFindings(options?: FindingsOptions): R;
  /** An object of the kind is like the pattern. */
  toHaveResource(kind: string, pattern?: unknown): R;
}

interface Result {
  readonly pass: boolean;
  readonly message: () => string;
}

/** Jest hands itself over as `this`. */
interface State {
  readonly isNot?: boolean;
}

/** Each of them asserts as `testing` does, and shows what that says. */
export const matchers = {
  toRunOn(this: State, received: unknown, node: SimulatedNode): Result {
    const agent = daemonSetOf(received);
    if (!this.isNot) {return resultOf(() => agent.runsOn(node), '');}
    const avoids = resultOf(() => agent.doesNotRunOn(node), '');
    return { pass: !avoids.pass, message: avoids.message };
  },
  toRollOutOn(received: unknown, nodes: SimulatedNode[]): Result {
    const agent = daemonSetOf(received);
    return resultOf(
      () => agent.rollsOutOn(nodes),
      `Expected a rollout of DaemonSet ${agent.name} to get stuck on ${nodes.length} nodes, and it reaches all that answer.`,
    );
  },
  toMountHostPath(received: unknown, hostPath: string, options?: HostPathMountOptions): Result {
    const agent = daemonSetOf(received);
    return resultOf(
      () => agent.mountsHostPath(hostPath, options),
      `Expected DaemonSet ${agent.name} not to mount ${hostPath} of the node in this way, and it does.`,
    );
  },
  toClaimHostPort(received: unknown, port: number, options?: HostPortClaimOptions): Result {
    const agent = daemonSetOf(received);
    return resultOf(
      () => agent.claimsHostPort(port, options), `Expected DaemonSet ${agent.name} not to claim port ${port} of its nodes, and it does.`,
    );
  },
  toHaveNoFindings(received: unknown, options?: FindingsOptions): Result {
    const checked = isDaemonSetView(received) ? received : manifestsOf(received);
    return resultOf(() => checked.hasNoFindings(options), 'Expected checks to find something, and they find nothing.');
  },
  toHaveResource(this: State, received: unknown, kind: string, pattern: unknown = {}): Result {
    const manifests = manifestsOf(received);
    if (!this.isNot) {return resultOf(() => manifests.hasResource(kind, pattern), '');}
    const lacks = resultOf(() => manifests.hasNoResource(kind, pattern), '');
    return { pass: !lacks.pass, message: lacks.message };
  },
};

/** Whether an assertion holds; what it says where it does not, and another text for `not`. */
function resultOf(assert: () => void, otherwise: string): Result {
  try {
    assert();
    return { pass: true, message: () => otherwise };
  } catch (error) {
    return { pass: false, message: () => (error as Error).message };
  }
}
