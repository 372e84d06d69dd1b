/** Where the worker of Node Feature Discovery looks for what other programs know of its node. */
export const FEATURE_FILES = '/etc/kubernetes/node-feature-discovery/features.d';
