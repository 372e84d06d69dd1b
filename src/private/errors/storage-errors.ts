import type { ErrorEntry } from './error-entry';

/** Codes that CSI node plugins can raise. */
export const STORAGE_ERRORS = {
  'invalid-csi-driver': {
    summary: 'A CSI driver, or its CSIDriver object, is given a value that cannot be.',
    why: 'The API server refuses the object, or the driver exits on every node.',
    fix: 'Use a value that the message allows.',
    refusedBy: 'api-server',
  },
  'csi-controller-unknown': {
    summary: 'A controller is made of a CSI driver that says nothing of one.',
    why: 'Nobody knows which sidecars and rights the driver needs.',
    fix: 'Leave CsiController out where the driver has none, or describe it with `controller` of `CsiDriver.of`.',
    refusedBy: 'library',
  },
  'csi-driver-not-for-windows': {
    summary: 'A plugin for Windows nodes is made of a CSI driver that says nothing of Windows.',
    why: 'The image of the driver has no program that starts there.',
    fix: 'Leave CsiWindowsNodePlugin out, or describe the program with `windows` of `CsiDriver.of`.',
    refusedBy: 'library',
  },
  'invalid-cloud-identity': {
    summary: 'The identity of a cloud is none, or there is no service account to write it to.',
    why: 'The driver starts without credentials, and each call to the cloud is refused.',
    fix: 'Copy the ARN, the email address or the client id from the cloud, and let the plugin make its service account.',
    refusedBy: 'never-works',
  },
  'invalid-storage-class': {
    summary: 'A StorageClass tells its driver what it cannot do.',
    why: 'The class is accepted, and each claim of it stays Pending with an event; its parameters can never change.',
    fix: 'Use a value that the message allows.',
    refusedBy: 'never-works',
  },
  'missing-health-port': {
    summary: 'A CSI driver on the host network has no ports for its health endpoints.',
    why: 'On the host network these are ports of the node. Two drivers with the usual 9808 and 9809 would answer for each other: one '
      + 'sidecar restarts for ever, and a dead driver looks alive.',
    fix: 'Give the driver a `livenessPort` and a `registrarPort` that are free on every node.',
    refusedBy: 'library',
  },
  'socket-path-too-long': {
    summary: 'A socket of a CSI driver has a longer path than Linux takes.',
    why: 'Unix sockets have paths of at most 107 bytes. The driver runs, and the kubelet can never call it: pods report a driver that is '
      + 'not found.',
    fix: 'Shorten what the message names: the plugin directory, the driver name or the root directory of the kubelet.',
    refusedBy: 'never-works',
  },
  'unknown-csi-driver-version': {
    summary: 'A release of a CSI driver is not known here.',
    why: 'Another minor has other arguments, sidecars and rights: a flag that the program does not know ends it on every node.',
    fix: 'Use a release that the message allows, or describe the driver with `CsiDriver.of`.',
    refusedBy: 'library',
  },
} as const satisfies { [code: string]: ErrorEntry };
