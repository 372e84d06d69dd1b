import type { ErrorEntry } from './error-entry';

/** Codes that device plugins and Node Feature Discovery can raise. */
export const DEVICE_ERRORS = {
  'invalid-device-plugin': {
    summary: 'A device plugin is given a value that its program or the kubelet refuses, or that cannot work.',
    why: 'The program exits on every node, or the kubelet refuses what it registers: nodes have no devices, and pods that ask for one stay '
      + 'Pending.',
    fix: 'Use a value that the message allows.',
    refusedBy: 'library',
  },
  'invalid-feature-discovery': {
    summary: 'Node Feature Discovery is given a value that its programs refuse or ignore.',
    why: 'The program exits, or nodes never get the labels that others select them by.',
    fix: 'Use a value that the message allows.',
    refusedBy: 'library',
  },
} as const satisfies { [code: string]: ErrorEntry };
