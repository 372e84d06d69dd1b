/** CSI drivers that a platform installs or has as an add-on. */
export interface OwnedDrivers {
  /** The ids of platforms, or their beginnings. */
  readonly platform: RegExp;
  readonly drivers: readonly string[];
  readonly owner: string;
  /** Where the platform says so. */
  readonly source: string;
}

/** As the platforms document it; what an administrator installs from a catalogue is not owned. */
export const OWNED_DRIVERS: readonly OwnedDrivers[] = [
  {
    platform: /^gke/, drivers: ['pd.csi.storage.gke.io'], owner: 'the add-on GcePersistentDiskCsiDriver',
    source: 'https://docs.cloud.google.com/kubernetes-engine/docs/how-to/persistent-volumes/gce-pd-csi-driver',
  },
  {
    platform: /^gke/, drivers: ['filestore.csi.storage.gke.io'], owner: 'the add-on GcpFilestoreCsiDriver',
    source: 'https://docs.cloud.google.com/filestore/docs/csi-driver',
  },
  {
    platform: /^gke/, drivers: ['gcsfuse.csi.storage.gke.io'], owner: 'the add-on GcsFuseCsiDriver',
    source: 'https://docs.cloud.google.com/kubernetes-engine/docs/how-to/cloud-storage-fuse-csi-driver-setup',
  },
  {
    platform: /^aks/, drivers: ['disk.csi.azure.com', 'file.csi.azure.com'], owner: 'AKS, which installs it without being asked',
    source: 'https://learn.microsoft.com/azure/aks/csi-storage-drivers',
  },
  {
    platform: /^aks/, drivers: ['blob.csi.azure.com'], owner: 'the driver that `--enable-blob-driver` installs',
    source: 'https://learn.microsoft.com/azure/aks/azure-blob-csi',
  },
  // not ebs.csi.aws.com, which serves the nodes of such a cluster that are not of Auto Mode
  {
    platform: /^eks-auto/, drivers: ['ebs.csi.eks.amazonaws.com'], owner: 'EKS Auto Mode',
    source: 'https://docs.aws.amazon.com/eks/latest/userguide/create-storage-class.html',
  },
  {
    platform: /^openshift/, owner: 'the cluster storage operator of OpenShift',
    drivers: [
      'ebs.csi.aws.com', 'disk.csi.azure.com', 'file.csi.azure.com', 'pd.csi.storage.gke.io', 'csi.vsphere.vmware.com',
      'cinder.csi.openstack.org',
      'manila.csi.openstack.org', 'vpc.block.csi.ibm.io', 'powervs.csi.ibm.com',
    ],
    source: 'https://github.com/openshift/cluster-storage-operator/tree/master/pkg/operator/csidriveroperator/csioperatorclient',
  },
];
