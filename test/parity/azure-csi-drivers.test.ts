import { Chart } from 'cdk8s';
import {
  controllerReasons, each, healthReasons, LINUX_ONLY, NODE_TOKEN, nodeReasons, OLD_OBJECTS, PROGRAM, SNAPSHOT_RIGHTS, TOKEN, VIRTUAL_NODES,
  windowsReasons,
} from './csi-reasons';
import { expectParity } from './parity';
import { CsiController, CsiDriver, CsiNodePlugin, CsiWindowsNodePlugin } from '../../src';
import { testChart } from '../support/golden';

const SIDECARS = ['csi-attacher', 'csi-provisioner', 'csi-resizer', 'csi-snapshotter'].map(name => `container ${name},`);

const INSTALLER = 'init container install-azurefile-proxy,';
const RENEWER = 'container azfilesrefresh,';

/** What differs in both drivers for Azure. */
const CLOUD_CONFIG = {
  'the cloud config is one file, in place of everything that /etc/kubernetes has': [
    `${PROGRAM} mount /etc/kubernetes/`, `${PROGRAM} mount /etc/kubernetes/azure.json`,
  ],
  'its path is known, so that no ConfigMap has to say it': [`${PROGRAM} variable AZURE_CREDENTIAL_FILE`],
};
const HARDENED = {
  'only root may read the cloud config, without a capability and without writing': each(
    [PROGRAM], 'privilege escalation', 'root file system', 'user',
  ),
  'on the network of the node, names are looked up as the node does': ['dnsPolicy'],
  'the library is no manifest of the project': [`${PROGRAM} flag --user-agent-suffix`],
};

function objectsOf(write: (chart: Chart) => void): any[] {
  const chart = testChart();
  write(chart);
  return chart.toJson();
}

test('the node plugin of the Azure Disk driver of its manifest', () => {
  expectParity({
    facts: 'csi-azure-disk-node',
    objects: objectsOf(chart => new CsiNodePlugin(chart, 'disks', { driver: CsiDriver.azureDisk({ metrics: true }) })),
    renamed: { azuredisk: 'csi-driver' },
    because: {
      ...nodeReasons(), ...NODE_TOKEN, ...VIRTUAL_NODES, ...healthReasons(29603, 29607), ...CLOUD_CONFIG,
      'paths have no slash at their end': each([PROGRAM], 'mount /sys/class', 'mount /sys/class/'),
      'the cloud config is a file, or one Secret by its name': ['may get secrets of core'],
    },
  });
});

test('the controller of the Azure Disk driver of its manifest', () => {
  expectParity({
    facts: 'csi-azure-disk-controller',
    objects: objectsOf(chart => new CsiController(chart, 'disks-controller', {
      driver: CsiDriver.azureDisk({ metrics: true, modifiesVolumes: true }),
    })),
    renamed: { azuredisk: 'csi-driver' },
    because: {
      ...controllerReasons(SIDECARS), ...SNAPSHOT_RIGHTS, ...CLOUD_CONFIG, ...HARDENED,
      'the program lists nodes, attachments and volumes by itself': [`${PROGRAM} ${TOKEN}`],
      'gates that are on in these releases are not named': [
        'container csi-provisioner, flag --feature-gates', 'container csi-resizer, flag --feature-gates',
      ],
      'no class of this driver names a Secret': ['may get secrets of core', 'may list secrets of core'],
      'volumes grow in use, so the resizer never looks at pods': [
        'may get pods of core', 'may list pods of core', 'may watch pods of core',
      ],
      ...OLD_OBJECTS,
      'the attacher patches attachments': [
        'may update volumeattachments of storage.k8s.io', ...['get', 'list', 'watch', 'update'].map(verb => `may ${verb} `
          + 'volumeattachments/status of storage.k8s.io'),
      ],
    },
  });
});

test('the plugin of the Azure Disk driver for Windows of its manifest', () => {
  expectParity({
    facts: 'csi-azure-disk-windows',
    objects: objectsOf(chart => new CsiWindowsNodePlugin(chart, 'disks-windows', { driver: CsiDriver.azureDisk({ metrics: true }) })),
    renamed: { azuredisk: 'csi-driver' },
    because: {
      ...windowsReasons(), ...NODE_TOKEN, ...VIRTUAL_NODES, ...LINUX_ONLY.capability,
      'its path is known, so that no ConfigMap has to say it': [`${PROGRAM} variable AZURE_CREDENTIAL_FILE`],
      'what Linux nodes are told is said here too': [`${PROGRAM} flag --get-node-info-from-labels`],
      'a HostProcess container has the ports of its node, declared or not': [`${PROGRAM} port 29605/TCP`],
      'the cloud config is a file, or one Secret by its name': ['may get secrets of core'],
    },
  });
});

test('the node plugin of the Azure File driver of its manifest', () => {
  expectParity({
    facts: 'csi-azure-file-node',
    objects: objectsOf(chart => new CsiNodePlugin(chart, 'files', {
      driver: CsiDriver.azureFile({
        metrics: true, encryptsNfs: true, mountsWithIdentity: true, kataContainers: true, disksInShares: true,
      }),
    })),
    renamed: { azurefile: 'csi-driver' },
    because: {
      ...nodeReasons(), ...NODE_TOKEN, ...VIRTUAL_NODES, ...healthReasons(undefined, 29617), ...CLOUD_CONFIG,
      'a privileged container has all capabilities': each([PROGRAM, RENEWER, INSTALLER], 'capability ALL dropped'),
      'tickets are one directory, and nothing is mounted in it': [
        ...each([RENEWER, INSTALLER], 'mount /var/lib/kubelet/'), ...each([PROGRAM, RENEWER, INSTALLER], 'mount /var/lib/kubelet/kerberos'),
      ],
      'paths have no slash at their end, and what every Linux has must exist': [
        ...each([PROGRAM, RENEWER], 'mount /var/log', 'mount /var/log/'), `${PROGRAM} mount /run/kata-containers/shared/direct-volumes`,
        ...each([INSTALLER], 'mount /host/etc', 'mount /host/usr'),
      ],
      'the socket of the proxy is said where it is used': [
        `${PROGRAM} flag --azurefile-proxy-endpoint`, `${PROGRAM} variable AZUREFILE_PROXY_ENDPOINT`,
      ],
      'file systems in files of shares are asked for, since they need the devices of the node': [`${PROGRAM} flag --enable-vhd`],
      'a port on the host network is a port of the node, declared or not': [`${PROGRAM} port 29615/TCP`],
      'every container has requests and a limit': each([INSTALLER], 'limits memory', 'requests cpu', 'requests memory'),
      'the directory of the kubelet is always said': [`${INSTALLER} variable KUBELET_PATH`],
    },
  });
});

test('the controller of the Azure File driver of its manifest', () => {
  expectParity({
    facts: 'csi-azure-file-controller',
    objects: objectsOf(chart => new CsiController(chart, 'files-controller', {
      driver: CsiDriver.azureFile({ metrics: true, modifiesVolumes: true }),
    })),
    renamed: { azurefile: 'csi-driver' },
    because: {
      ...controllerReasons(SIDECARS.filter(name => !name.includes('attacher'))), ...SNAPSHOT_RIGHTS, ...CLOUD_CONFIG, ...OLD_OBJECTS,
      'only root may read the cloud config, without a capability': each([PROGRAM], 'privilege escalation', 'user'),
      'on the network of the node, names are looked up as the node does': ['dnsPolicy'],
      'the library is no manifest of the project': [`${PROGRAM} flag --user-agent-suffix`],
      'copies keep their state in the container': [`${PROGRAM} mount /root/.azcopy`],
      'the program reads and writes the Secrets with keys': [`${PROGRAM} ${TOKEN}`],
      'gates that are on in these releases are not named': ['container csi-resizer, flag --feature-gates'],
      'nothing is attached': [
        ...['get', 'list', 'watch', 'update', 'patch'].flatMap(verb => ['', '/status'].map(end => `may ${verb} volumeattachments${end} of `
          + 'storage.k8s.io')),
        'may update persistentvolumes of core',
      ],
      'sidecars that change volumes read what they change them to': ['get', 'list', 'watch'].map(verb => `may ${verb} `
        + 'volumeattributesclasses of storage.k8s.io'),
    },
  });
});

test('the plugin of the Azure File driver for Windows of its manifest', () => {
  expectParity({
    facts: 'csi-azure-file-windows',
    objects: objectsOf(chart => new CsiWindowsNodePlugin(chart, 'files-windows', { driver: CsiDriver.azureFile({ metrics: true }) })),
    renamed: { azurefile: 'csi-driver' },
    because: {
      ...windowsReasons(), ...NODE_TOKEN, ...VIRTUAL_NODES, ...LINUX_ONLY.capability, ...LINUX_ONLY.seccomp,
      'its path is known, so that no ConfigMap has to say it': [`${PROGRAM} variable AZURE_CREDENTIAL_FILE`],
      'quotes would be a part of the address': [`${PROGRAM} flag --metrics-address`],
      'Kata has no Windows': ['may get nodes of core', 'may get pods of core', 'may get runtimeclasses*', 'may list runtimeclasses*'],
    },
  });
});
