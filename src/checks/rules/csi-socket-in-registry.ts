import { csiPluginsIn } from '../../cluster/csi/csi-plugins';
import { findingOf } from '../../private/finding';
import { csiPlugin } from '../facts/csi-example';
import type { Rule } from '../rule';

export const csiSocketInRegistry: Rule = {
  id: 'csi-socket-in-registry',
  level: 'error',
  summary: 'The socket of a CSI driver is in the directory in which the kubelet looks for registrations.',
  looksAt: '`--kubelet-registration-path` of node-driver-registrar.',
  why: 'The kubelet takes every socket in `plugins_registry` for a registration, asks the driver as if it were a registrar, and logs '
    + '`RegisterPlugin error` again and again.',
  fix: 'Put the socket of the driver below `plugins`, such as /var/lib/kubelet/plugins/DRIVER/csi.sock. Only the registrar has a socket in '
    + '`plugins_registry`.',
  example: () => ({
    fails: [csiPlugin({ registrationPath: '/var/lib/kubelet/plugins_registry/disk.csi.example.com/csi.sock' })],
    passes: [csiPlugin()],
  }),
  *check(context) {
    for (const { workload, registrar, socket } of csiPluginsIn(context)) {
      if (socket !== undefined && /\/plugins_registry\//.test(socket.value)) {
        yield findingOf(csiSocketInRegistry, {
          about: workload, container: registrar.name, path: socket.path, given: socket.value,
          allowed: socket.value.replace('/plugins_registry/', '/plugins/'),
          what: 'the kubelet takes the socket of the driver for a registration',
        });
      }
    }
  },
};
