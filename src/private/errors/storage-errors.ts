import type { ErrorEntry } from './error-entry';

/** Codes that CSI node plugins can raise. */
export const STORAGE_ERRORS = {
  'invalid-csi-driver': {
    summary: 'A CSI driver, or its CSIDriver object, is given a value that cannot be.',
    why: 'The API server refuses the object, or the driver exits on every node.',
    fix: 'Use a value that the message allows.',
    refusedBy: 'api-server',
  },
  'missing-health-port': {
    summary: 'A CSI driver on the host network has no ports for its health endpoints.',
    why: 'On the host network these are ports of the node. Two drivers with the usual 9808 and 9809 would answer for each other: one sidecar restarts for ever, and a dead driver looks alive.',
    fix: 'Give the driver a `livenessPort` and a `registrarPort` that are free on every node.',
    refusedBy: 'library',
  },
  'socket-path-too-long': {
    summary: 'A socket of a CSI driver has a longer path than Linux takes.',
    why: 'Unix sockets have paths of at most 107 bytes. The driver runs, and the kubelet can never call it: pods report a driver that is not found.',
    fix: 'Shorten what the message names: the plugin directory, the driver name or the root directory of the kubelet.',
    refusedBy: 'never-works',
  },
} as const satisfies { [code: string]: ErrorEntry };
