import { CniProgram } from './cni-program';
import { requireName } from '../../private/names';
import type { CniOptions } from '../cni-options';

/** A CNI plugin that a user describes. */
export function ownCni(options: CniOptions): CniProgram {
  const { name, image, hostNetworkReason = 'it sets up the network of the node', install = [], files, ...container } = options;
  return {
    application: requireName(name, 'dns-label', 'the CNI plugin'),
    image,
    hostNetwork: hostNetworkReason,
    configure: () => ({ container, files, install }),
  };
}
