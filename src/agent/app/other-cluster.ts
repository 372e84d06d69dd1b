/** What resolves most collisions that are none. */
export const OTHER_CLUSTER = 'if the charts go to different clusters, call TargetCluster.configure on each of them';
