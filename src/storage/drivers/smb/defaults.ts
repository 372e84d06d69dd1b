import { defaultRow, DefaultTable } from '../../../private/default-row';
import {
  CONTROLLER_PORTS, CONTROLLER_RESOURCES, HEALTH_PORTS, LOG_OF_CALLS, NODE_RESOURCES, RELEASE, WINDOWS_RESOURCES,
} from '../../private/default-rows';

const PROJECT = 'https://github.com/kubernetes-csi/csi-driver-smb';
const NODE = `[manifest of the driver](${PROJECT}/blob/master/deploy/csi-smb-node.yaml)`;
const CONTROLLER = `[manifest of the driver](${PROJECT}/blob/master/deploy/csi-smb-controller.yaml)`;
const OWN = 'it is what the driver\'s own manifest has';

/** What applies to CsiDriver.smb where a user says nothing. */
export const SMB_DEFAULTS = {
  name: defaultRow({
    about: 'name of the SMB driver',
    value: 'smb.csi.k8s.io',
    shown: name => `\`${name}\``,
    reason: 'it is the name in StorageClasses and volumes that exist',
    source: `[csi-driver-smb](${PROJECT})`,
    change: '`name`',
  }),
  version: defaultRow({
    ...RELEASE,
    about: 'release of the SMB driver',
    value: '1.20.3',
    source: `[releases](${PROJECT}/releases)`,
  }),
  logVerbosity: defaultRow({
    ...LOG_OF_CALLS,
    value: 5,
    reason: OWN,
    source: NODE,
  }),
  ports: defaultRow({
    ...HEALTH_PORTS,
    value: { liveness: 29643, registrar: 29641 },
    reason: 'they are those of the project\'s manifests, the one of the registrar since the release that follows 1.20',
    source: NODE,
  }),
  resources: defaultRow({
    ...NODE_RESOURCES,
    value: { cpu: '10m', memory: '20Mi', memoryLimit: '200Mi' },
    reason: OWN,
    source: NODE,
  }),
  windowsResources: defaultRow({
    ...WINDOWS_RESOURCES,
    value: { cpu: '10m', memory: '40Mi', memoryLimit: '600Mi' },
    reason: OWN,
    source: `[manifest of the driver](${PROJECT}/blob/master/deploy/csi-smb-node-windows-hostprocess.yaml)`,
  }),
  controllerPorts: defaultRow({
    ...CONTROLLER_PORTS,
    value: { liveness: 29642, metrics: 29644 },
    reason: OWN,
    source: CONTROLLER,
  }),
  controllerResources: defaultRow({
    ...CONTROLLER_RESOURCES,
    value: { cpu: '10m', memory: '20Mi', memoryLimit: '200Mi' },
    reason: OWN,
    source: CONTROLLER,
  }),
} as const satisfies DefaultTable;
