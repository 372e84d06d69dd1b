import {
  ATTACHER_RULES, ControllerRole, ControllerWork, provisionerRules, RbacRule, resizerRules, snapshotterRules,
} from './sidecar-rules';
import type { DefaultRow } from '../../private/default-row';
import { STORAGE_DEFAULTS } from '../defaults';

/** A sidecar of a controller. */
export interface ControllerSidecar {
  readonly name: string;
  readonly image: DefaultRow<string>;
  /** Arguments besides those that all of them have. */
  readonly args: (work: ControllerWork) => string[];
  readonly rules: (work: ControllerWork) => readonly RbacRule[];
}

const WITHOUT_ATTRIBUTES = '--feature-gates=VolumeAttributesClass=false';

/** In the order in which they are in the pod. */
export const CONTROLLER_SIDECARS: { readonly [role in ControllerRole]: ControllerSidecar } = {
  provisioner: {
    name: 'csi-provisioner',
    image: STORAGE_DEFAULTS.provisionerImage,
    args: ({ modifiesVolumes, reportsCapacity }) => [
      ...modifiesVolumes ? [] : [WITHOUT_ATTRIBUTES],
      // a Deployment owns a ReplicaSet, which owns the pod
      ...reportsCapacity ? ['--enable-capacity', '--capacity-ownerref-level=2'] : [],
    ],
    rules: provisionerRules,
  },
  attacher: { name: 'csi-attacher', image: STORAGE_DEFAULTS.attacherImage, args: () => [], rules: () => ATTACHER_RULES },
  resizer: {
    name: 'csi-resizer',
    image: STORAGE_DEFAULTS.resizerImage,
    args: ({ modifiesVolumes, expandsOnline }) => [
      ...modifiesVolumes ? [] : [WITHOUT_ATTRIBUTES], ...expandsOnline ? ['--handle-volume-inuse-error=false'] : [],
    ],
    rules: resizerRules,
  },
  snapshotter: {
    name: 'csi-snapshotter',
    image: STORAGE_DEFAULTS.snapshotterImage,
    args: ({ groupSnapshots }) => (groupSnapshots ? ['--feature-gates=CSIVolumeGroupSnapshot=true'] : []),
    rules: snapshotterRules,
  },
};

/** All of them. */
export const CONTROLLER_ROLES = Object.keys(CONTROLLER_SIDECARS) as ControllerRole[];
