import { HostPath, HostPathType } from '../../agent/container/host-path';
import { fail, quote } from '../../private/agent-error';
import { cleanKubeletDirectory } from '../../private/paths';
import { KUBELET_DIRECTORY } from '../../private/standard-values';

/** Where every plugin looks for the kubelet: the path is part of the API, whatever the directory of the kubelet is. */
const IN_CONTAINERS = `${KUBELET_DIRECTORY}/device-plugins`;

/**
 * The directory in which a plugin makes its socket and finds that of the kubelet. Made by mistake it would be one that no kubelet watches;
 * and of a socket that is mounted as a file, the plugin would never see the one that a restarted kubelet makes.
 */
export function registrationDirectory(kubeletDirectory: string): HostPath {
  return HostPath.readWrite(`${cleanKubeletDirectory(kubeletDirectory)}/device-plugins`, {
    mountPath: IN_CONTAINERS, volumeName: 'device-plugins', type: HostPathType.DIRECTORY,
  });
}

/**
 * Paths of the node that a plugin is given in addition.
 *
 * @throws invalid-device-plugin
 */
export function requireNoKubeletSocket(hostPaths: readonly HostPath[]): void {
  const socket = hostPaths.find(({ path }) => /\/device-plugins(\/|$)/.test(path));
  if (socket !== undefined) {
    fail({
      code: 'invalid-device-plugin',
      what: 'the directory of the sockets of device plugins is mounted already',
      given: quote(socket.path),
      allowed: 'paths outside of the directory device-plugins of the kubelet',
      fix: 'leave it out: the directory is mounted as a whole, because a socket that is mounted as a file is dead after the kubelet '
        + 'restarts',
    });
  }
}
