import type { AppProps } from 'cdk8s';
import type { FleetShard } from './fleet-shard';

/**
 * Details of an app for many clusters.
 */
export interface FleetAppProps extends AppProps {
  /**
   * The part of the fleet that is judged and written. Every other cluster is left out, so that several jobs write the whole fleet together.
   *
   * @default - the value of the environment variable NODE_AGENTS_SHARD (`3/10`); the whole fleet where it is not set
   */
  readonly shard?: FleetShard;
}
