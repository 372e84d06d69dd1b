import { defaultRow, DefaultTable } from '../../../private/default-row';

const PROJECT = 'https://github.com/kubernetes-csi/csi-driver-host-path';
const MANIFEST = `[manifest of the driver](${PROJECT}/blob/master/deploy/kubernetes-distributed/hostpath/csi-hostpath-plugin.yaml)`;

/** What applies to CsiDriver.hostPath where a user says nothing. */
export const HOST_PATH_DEFAULTS = {
  name: defaultRow({
    about: 'name of the host path driver',
    value: 'hostpath.csi.k8s.io',
    shown: name => `\`${name}\``,
    reason: 'it is the name in StorageClasses of tests that exist',
    source: `[csi-driver-host-path](${PROJECT})`,
    change: '`name`',
  }),
  version: defaultRow({
    about: 'release of the host path driver',
    value: '1.17.1',
    shown: version => version,
    reason: 'the arguments and the images of the sidecars are written for it; release 1.18 of the project deploys this image',
    source: `[releases](${PROJECT}/releases)`,
    change: '`version` or `image`',
  }),
  dataDirectory: defaultRow({
    about: 'directory of the volumes',
    value: '/var/lib/csi-hostpath-data',
    shown: directory => `\`${directory}\` of the node`,
    reason: 'it is what the driver\'s own manifest has',
    source: MANIFEST,
    change: '`dataDirectory`',
  }),
  logVerbosity: defaultRow({
    about: 'log of the driver',
    value: 5,
    shown: verbosity => `level ${verbosity}: each call`,
    reason: 'it is what the driver\'s own manifest has',
    source: MANIFEST,
    change: '`logVerbosity`',
  }),
} as const satisfies DefaultTable;
