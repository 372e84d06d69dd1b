import type { Wire } from '../../private/wire';
import { daemonSet } from '../example';

/** What an example says of a plugin, over one that is right. */
export interface CsiExample {
  readonly name?: string;
  readonly kubelet?: string;
  readonly pod?: Wire;
  readonly driver?: Wire;
  readonly registrar?: Wire;
  readonly liveness?: Wire;
  readonly spec?: Wire;
  readonly mount?: Wire;
  readonly registrationPath?: string;
}

/** The plugin of a CSI driver with its sidecars: as small as it can be, and nothing wrong with it. */
export function csiPlugin({
  name = 'disk', kubelet = '/var/lib/kubelet', pod = {}, driver = {}, registrar = {}, liveness = {}, spec = {}, mount = {},
  registrationPath,
}: CsiExample = {}): Wire {
  const directory = `${kubelet}/plugins/${name}.csi.example.com`;
  const socket = { name: 'plugin-dir', mountPath: '/csi' };
  return daemonSet({
    tolerations: [{ operator: 'Exists' }],
    volumes: [
      { name: 'plugin-dir', hostPath: { path: directory, type: 'DirectoryOrCreate' } },
      { name: 'pods-dir', hostPath: { path: `${kubelet}/pods`, type: 'Directory' } },
      { name: 'registration-dir', hostPath: { path: `${kubelet}/plugins_registry`, type: 'Directory' } },
    ],
    containers: [
      {
        name: 'csi-driver', image: `example.com/${name}-csi:1.0.0`, args: ['--endpoint=unix:///csi/csi.sock'],
        securityContext: { privileged: true },
        livenessProbe: { httpGet: { path: '/healthz', port: 9808 }, timeoutSeconds: 10 },
        volumeMounts: [socket, { name: 'pods-dir', mountPath: `${kubelet}/pods`, mountPropagation: 'Bidirectional', ...mount }],
        ...driver,
      },
      {
        name: 'node-driver-registrar', image: 'registry.k8s.io/sig-storage/csi-node-driver-registrar:v2.17.0',
        args: ['--csi-address=/csi/csi.sock', `--kubelet-registration-path=${registrationPath ?? `${directory}/csi.sock`}`],
        volumeMounts: [socket, { name: 'registration-dir', mountPath: '/registration' }],
        ...registrar,
      },
      {
        name: 'liveness-probe', image: 'registry.k8s.io/sig-storage/livenessprobe:v2.19.0',
        args: ['--csi-address=/csi/csi.sock', '--probe-timeout=9s'], volumeMounts: [socket],
        ...liveness,
      },
    ],
    ...pod,
  }, {}, { name, ...spec });
}

/** A CSIDriver object. */
export function csiDriver(name: string, spec: Wire): Wire {
  return { apiVersion: 'storage.k8s.io/v1', kind: 'CSIDriver', metadata: { name }, spec };
}
