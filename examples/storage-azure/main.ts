import { App, Chart } from 'cdk8s';
import {
  AgentNamespace, AzureCloudConfig, AzureDiskSku, CloudIdentity, CsiController, CsiDriver, CsiNodePlugin, CsiSnapshotClass, CsiStorageClass,
  CsiVolumeParameters, CsiWindowsNodePlugin, KubernetesVersion, Port, PrometheusMonitor, ReclaimPolicy, TargetCluster,
} from 'cdk8s-node-agents';

const app = new App();
TargetCluster.configure(app, { kubernetesVersion: KubernetesVersion.V1_35 });
const chart = new Chart(app, 'storage', { namespace: 'storage' });
new AgentNamespace(chart, 'namespace', { name: 'storage' });

/** One value, so that plugins, controller and classes cannot disagree. The Secret holds the settings of the cloud, without any key. */
const disks = CsiDriver.azureDisk({
  cloudConfig: AzureCloudConfig.secret('azure-cloud-provider', 'storage'),
  controllerOnHostNetwork: false,
  modifiesVolumes: true,
  scaleSetsOnly: true,
  metrics: true,
});
const identity = CloudIdentity.azureClient('11111111-2222-3333-4444-555555555555');

new CsiNodePlugin(chart, 'disks', { driver: disks, monitors: [PrometheusMonitor.podMonitor(Port.container('metrics', 29605))] });
new CsiWindowsNodePlugin(chart, 'disks-windows', { driver: disks });
new CsiController(chart, 'disks-controller', { driver: disks, cloudIdentity: identity });

new CsiStorageClass(chart, 'disks-zonal', {
  driver: disks,
  parameters: CsiVolumeParameters.azureDisk({ sku: AzureDiskSku.PREMIUM_ZRS, publicNetworkAccess: false, tags: { team: 'platform' } }),
  isDefault: true,
});
new CsiStorageClass(chart, 'databases', {
  driver: disks,
  parameters: CsiVolumeParameters.azureDisk({
    sku: AzureDiskSku.PREMIUM_V2_LRS, iops: 6000, throughput: 250, logicalSectorSize: 512, publicNetworkAccess: false,
  }),
  reclaimPolicy: ReclaimPolicy.RETAIN,
});
new CsiSnapshotClass(chart, 'snapshots', {
  driver: disks,
  parameters: CsiVolumeParameters.azureDiskSnapshots({ incremental: true, publicNetworkAccess: false }).parameters,
  isDefault: true,
});

app.synth();
