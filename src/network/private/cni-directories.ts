import type { TargetCluster } from '../../agent/target-cluster';

/** Where most platforms have the programs and the configuration of CNI. Host paths of these are moved to where the platform has them. */
export const USUAL_PROGRAMS = '/opt/cni/bin';
export const USUAL_CONFIGURATION = '/etc/cni/net.d';

/** The directory of CNI plugins on the nodes of a cluster. */
export function programDirectory({ platform }: TargetCluster): string {
  return platform?.cniBinaryDirectory ?? USUAL_PROGRAMS;
}

/** The directory of the CNI configuration on the nodes of a cluster. */
export function configurationDirectory({ platform }: TargetCluster): string {
  return platform?.cniConfigurationDirectory ?? USUAL_CONFIGURATION;
}
