import { defaultRow, DefaultTable } from '../../../private/default-row';
import { resourcesText } from '../../../private/standard-values';

const CEPH_CSI = 'https://github.com/ceph/ceph-csi';
const OPERATOR = 'https://github.com/ceph/ceph-csi-operator';

/** What a driver listens on, on the network of the node. */
export interface CephPorts {
  readonly liveness: number;
  readonly registrar: number;
  readonly metrics: number;
}

function portsText({ liveness, registrar, metrics }: CephPorts): string {
  return `${liveness} and ${registrar} for health, on the loopback address; ${metrics} for metrics, where they are asked for`;
}

/** What applies to CsiDriver.cephRbd and CsiDriver.cephFs where a user says nothing. */
export const CEPH_DEFAULTS = {
  version: defaultRow({
    about: 'release of Ceph-CSI',
    value: '3.17.0',
    shown: version => version,
    reason: 'it is what the operator of the project installs',
    source: `[images of the operator](${OPERATOR}/blob/main/docs/custom-images.md)`,
    change: '`version` or `image`',
  }),
  configMap: defaultRow({
    about: 'ConfigMap with the Ceph clusters',
    value: 'ceph-csi-config',
    shown: name => `\`${name}\`, which must exist`,
    reason: 'it is what the manifests of the project read',
    source: `[sample of the ConfigMap](${CEPH_CSI}/blob/devel/deploy/csi-config-map-sample.yaml)`,
    change: '`clusters`, or `configMap` for another name',
  }),
  rbdPorts: defaultRow({
    about: 'ports of the driver for RBD',
    value: { liveness: 29680, registrar: 19680, metrics: 8680 },
    shown: portsText,
    reason: 'on the host network every driver needs its own; that of metrics is what its own manifest has',
    source: `[manifest of the driver](${CEPH_CSI}/blob/devel/deploy/rbd/kubernetes/csi-rbdplugin.yaml)`,
    change: '`livenessPort`, `registrarPort`, `metricsPort`',
  }),
  fsPorts: defaultRow({
    about: 'ports of the driver for CephFS',
    value: { liveness: 29681, registrar: 19681, metrics: 8681 },
    shown: portsText,
    reason: 'on the host network every driver needs its own; that of metrics is what its own manifest has',
    source: `[manifest of the driver](${CEPH_CSI}/blob/devel/deploy/cephfs/kubernetes/csi-cephfsplugin.yaml)`,
    change: '`livenessPort`, `registrarPort`, `metricsPort`',
  }),
  logVerbosity: defaultRow({
    about: 'log of the drivers',
    value: 5,
    shown: verbosity => `level ${verbosity}: each call`,
    reason: 'it is that of their own manifests; a call that hangs is found by it',
    source: `[manifest of the driver](${CEPH_CSI}/blob/devel/deploy/rbd/kubernetes/csi-rbdplugin.yaml)`,
    change: '`logVerbosity`',
  }),
  metricsResources: defaultRow({
    about: 'resources of the container of metrics',
    value: { cpu: '10m', memory: '64Mi', memoryLimit: '256Mi' },
    shown: resourcesText,
    reason: 'it is the program of the driver, which is larger than a sidecar',
    source: `[code of the container](${CEPH_CSI}/blob/devel/internal/liveness/liveness.go)`,
    change: '`containers` of CsiDriver.of',
  }),
  controllerReplicas: defaultRow({
    about: 'replicas of the controllers',
    value: 2,
    shown: String,
    reason: 'it is what the operator of the project runs',
    source: `[defaults of the operator](${OPERATOR}/blob/main/internal/controller/defaults.go)`,
    change: '`replicas` of CsiController',
  }),
} as const satisfies DefaultTable;
