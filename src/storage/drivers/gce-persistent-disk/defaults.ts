import { defaultRow, DefaultTable } from '../../../private/default-row';

const PROJECT = 'https://github.com/kubernetes-sigs/gcp-compute-persistent-disk-csi-driver';

/** What applies to CsiDriver.gcePersistentDisk where a user says nothing. */
export const GCE_PERSISTENT_DISK_DEFAULTS = {
  version: defaultRow({
    about: 'release of the driver for Google disks',
    value: '1.26.0',
    shown: version => version,
    reason: 'it is the newest one that the project\'s own manifests name an image of; the arguments are written for it',
    source: `[images](${PROJECT}/blob/master/deploy/kubernetes/images/stable-master/image.yaml)`,
    change: '`version` or `image`',
  }),
  logVerbosity: defaultRow({
    about: 'log of the driver',
    value: 5,
    shown: verbosity => `level ${verbosity}: each call`,
    reason: 'it is what the driver\'s own manifest has',
    source: `[manifest of the driver](${PROJECT}/blob/master/deploy/kubernetes/base/node_linux/node.yaml)`,
    change: '`logVerbosity`',
  }),
  taintRemover: defaultRow({
    about: 'port of the remover of the start-up taint',
    value: { port: 8081 },
    shown: ({ port }) => `${port}, on the loopback address of the node of the controller, where \`removesStartupTaint\` asks for it`,
    reason: 'it is what the driver\'s own manifest has, where it is open to the network',
    source: `[manifest of the driver](${PROJECT}/blob/master/deploy/kubernetes/base/controller/controller.yaml)`,
    change: '`removesStartupTaint: false`',
  }),
} as const satisfies DefaultTable;
