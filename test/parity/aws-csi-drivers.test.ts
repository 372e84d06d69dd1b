import { Chart } from 'cdk8s';
import { each, LIVENESS, PROGRAM, REGISTRAR, TOKEN } from './csi-reasons';
import { expectParity } from './parity';
import { CsiController, CsiDriver, CsiNodePlugin, CsiWindowsNodePlugin } from '../../src';
import { testChart } from '../support/golden';


function objectsOf(write: (chart: Chart) => void): any[] {
  const chart = testChart();
  write(chart);
  return chart.toJson();
}

/** What differs in every controller. */
function controllerReasons(sidecars: readonly string[]): { [reason: string]: string[] } {
  return {
    'arguments stand where they are used, and the namespace of the leases is named': each(
      sidecars, 'flag --csi-address', 'variable ADDRESS', 'flag --leader-election', 'flag --leader-election-namespace',
      'variable POD_NAMESPACE'),
    'only what calls the API server has a token, with a limited life': ['token', ...each(sidecars, TOKEN)],
    'the socket is in /csi for all containers': [
      ...each([PROGRAM, ...sidecars], 'mount /csi', 'mount /var/lib/csi/sockets/pluginproxy/'), `${PROGRAM} variable CSI_ENDPOINT`,
    ],
    'a new pod starts before an old one stops': ['strategy'],
    'nodes of the control plane take the controller too': ['toleration node-role.kubernetes.io/control-plane:NoSchedule'],
  };
}

/** What differs in the sidecars of every node plugin. */
function sidecarReasons(port: number | undefined, registrarPort: number | undefined): { [reason: string]: string[] } {
  return {
    'arguments stand where they are used, and paths have no slash at their end': each([REGISTRAR], 'mount /registration'),
    'sidecars have no capability, and the seccomp profile is named': [
      ...each([LIVENESS, REGISTRAR], 'capability ALL dropped', 'seccomp'), `${PROGRAM} seccomp`,
    ],
    'a port belongs to the container that listens on it': [
      ...port === undefined ? [] : [`${LIVENESS} port ${port}/TCP`],
      ...registrarPort === undefined ? [] : [`${REGISTRAR} port ${registrarPort}/TCP`],
    ],
    'the sidecar gives up before the kubelet does': [`${LIVENESS} flag --http-endpoint`, `${LIVENESS} flag --probe-timeout`],
    'a registrar that hangs is restarted': each([REGISTRAR], 'flag --http-endpoint', 'liveness probe'),
    'only the driver calls the API server, and its token has a limited life': ['token', `${PROGRAM} ${TOKEN}`],
    'virtual-kubelet runs no pod of a DaemonSet, and EKS Auto Mode and hybrid nodes bring storage of their own': ['node term *'],
  };
}

test('the node plugin of the EBS driver of its chart', () => {
  expectParity({
    facts: 'csi-aws-ebs-node',
    objects: objectsOf(chart => new CsiNodePlugin(chart, 'ebs', { driver: CsiDriver.awsEbs() })),
    renamed: { 'ebs-plugin': 'csi-driver' },
    because: {
      'the whole directory of the kubelet holds the Secrets of every pod': each(
        [PROGRAM], 'mount /var/lib/kubelet', 'mount /var/lib/kubelet/plugins/kubernetes.io/csi', 'mount /var/lib/kubelet/pods',
      ),
      'paths have no slash at their end': [...each([PROGRAM, LIVENESS, REGISTRAR], 'mount /csi'), `${REGISTRAR} mount /registration`],
      'an empty directory of a probe that is gone': [`${REGISTRAR} mount /var/lib/kubelet/plugins/ebs.csi.aws.com/`],
      'a busy node answers late, and a restart makes no driver quicker': [
        ...each([PROGRAM], 'liveness probe', 'readiness probe'), `${LIVENESS} flag --probe-timeout`, `${REGISTRAR} liveness probe`,
      ],
      'a port belongs to the container that listens on it, on IPv6 too': [
        `${PROGRAM} port 9808/TCP`, `${LIVENESS} port 9808/TCP`, `${LIVENESS} flag --http-endpoint`, `${REGISTRAR} port 9809/TCP`,
        `${REGISTRAR} flag --http-endpoint`,
      ],
      'arguments stand where they are used': each(
        [REGISTRAR], 'flag --csi-address', 'flag --kubelet-registration-path', 'variable ADDRESS', 'variable DRIVER_REG_SOCK_PATH',
      ),
      'the socket has the three slashes of the specification': [`${PROGRAM} variable CSI_ENDPOINT`],
      'sidecars have no capability, and the seccomp profile is named': [
        ...each([LIVENESS, REGISTRAR], 'capability ALL dropped', 'seccomp'), `${PROGRAM} seccomp`,
      ],
      'sidecars of all drivers have one limit, and log alike': [
        ...each([LIVENESS, REGISTRAR], 'limits memory', 'requests memory'), `${LIVENESS} flag --v`,
      ],
      'only the driver calls the API server, and its token has a limited life': ['token', `${PROGRAM} ${TOKEN}`],
      'virtual-kubelet runs no pod of a DaemonSet either': ['node term *'],
    },
  });
});

test('the controller of the EBS driver of its chart', () => {
  const sidecars = ['csi-attacher', 'csi-provisioner', 'csi-resizer', 'csi-snapshotter'].map(name => `container ${name},`);
  expectParity({
    facts: 'csi-aws-ebs-controller',
    objects: objectsOf(chart => new CsiController(chart, 'ebs-controller', { driver: CsiDriver.awsEbs({ modifiesVolumes: true }) })),
    renamed: { 'ebs-plugin': 'csi-driver' },
    because: {
      ...controllerReasons(sidecars),
      'Node objects say the region where the metadata service does not': [`${PROGRAM} ${TOKEN}`],
      'no container has a capability, and none is a user of the node': [
        ...each([PROGRAM, LIVENESS, ...sidecars], 'capability ALL dropped', 'user'), `${LIVENESS} seccomp`,
      ],
      'the library is no chart': [`${PROGRAM} flag --user-agent-extra`],
      'keys and endpoints come by `env`, and a role needs neither': [`${PROGRAM} variable AWS_*`],
      'VolumeAttributesClass has one version where it can be used': each(sidecars, 'variable ENABLE_VAC_FALLBACK').filter(
        thing => /provisioner|resizer/.test(thing),
      ),
      'a port belongs to the container that listens on it, and the sidecar gives up before the kubelet does': [
        `${PROGRAM} port 9808/TCP`, `${LIVENESS} port 9808/TCP`, `${LIVENESS} flag --http-endpoint`, `${LIVENESS} flag --probe-timeout`,
      ],
      'sidecars of all drivers have one limit, and log alike': [
        ...each([LIVENESS], 'limits memory', 'requests memory'), `${LIVENESS} flag --v`,
      ],
      'the snapshotter is not told of groups of volumes, which the driver does not know': [
        'may get volumegroup*', 'may list volumegroup*', 'may patch volumegroup*', 'may update volumegroup*', 'may watch volumegroup*',
      ],
      'volumes grow in use, so the resizer never looks at pods': [
        'may get pods of core', 'may list pods of core', 'may watch pods of core',
      ],
      'pods of an unreachable node are replaced after the five minutes of Kubernetes': ['toleration any:NoExecute for 300 s'],
    },
  });
});

test('the plugin of the EBS driver for Windows of its chart', () => {
  expectParity({
    facts: 'csi-aws-ebs-windows',
    objects: objectsOf(chart => new CsiWindowsNodePlugin(chart, 'ebs-windows', { driver: CsiDriver.awsEbs() })),
    renamed: { 'ebs-plugin': 'csi-driver' },
    because: {
      'HostProcess containers see the paths of the node, so nothing is mounted': [
        ...each([PROGRAM], 'mount C:*'), ...each([LIVENESS, REGISTRAR], 'mount C:*'), 'init container plugin-directory,*',
      ],
      'a path has single backslashes, and arguments stand where they are used': [
        `${PROGRAM} variable CSI_ENDPOINT`, `${LIVENESS} flag --csi-address`,
        ...each(
          [REGISTRAR], 'flag --csi-address', 'flag --kubelet-registration-path', 'flag --plugin-registration-path', 'variable ADDRESS',
          'variable DRIVER_REG_SOCK_PATH', 'variable PLUGIN_REG_DIR',
        ),
      ],
      'the network is that of the node, where only its own processes ask': [
        ...each([PROGRAM], 'port 9808/TCP', 'liveness probe', 'readiness probe'),
        ...each([LIVENESS], 'flag --http-endpoint', 'flag --probe-timeout'),
        ...each([REGISTRAR], 'port 9809/TCP', 'flag --http-endpoint', 'liveness probe'),
      ],
      'sidecars of all drivers have one limit, and log alike': [
        ...each([LIVENESS, REGISTRAR], 'limits memory', 'requests memory'), `${LIVENESS} flag --v`,
      ],
      'only the driver calls the API server, and its token has a limited life': ['token', `${PROGRAM} ${TOKEN}`],
      'the operating system of the pod is named': ['os'],
      'virtual-kubelet runs no pod of a DaemonSet either': ['node term *'],
    },
  });
});

test('the node plugin of the EFS driver of its chart', () => {
  expectParity({
    facts: 'csi-aws-efs-node',
    objects: objectsOf(chart => new CsiNodePlugin(chart, 'efs', { driver: CsiDriver.awsEfs() })),
    renamed: { 'efs-plugin': 'csi-driver', 'csi-driver-registrar': 'node-driver-registrar' },
    because: {
      ...sidecarReasons(undefined, undefined),
      'the whole directory of the kubelet holds the Secrets of every pod': each(
        [PROGRAM], 'mount /var/lib/kubelet', 'mount /var/lib/kubelet/pods',
      ),
      'paths have no slash at their end': each([PROGRAM, LIVENESS, REGISTRAR], 'mount /csi'),
      'releases before 1.0 are gone, and /etc is read-only on some systems': [`${PROGRAM} mount /etc/amazon/efs-legacy`],
      'flags have the value that the program has anyway': each([
        PROGRAM,
      ], 'flag --debug-logs', 'flag --efs-cloudwatch-log-enabled', 'flag --force-unmount-after-timeout', 'flag --max-inflight-*',
      'flag --s3files-*', 'flag --unmount-timeout', 'flag --vol-metrics-*', 'flag --volume-attach-*'),
      'a restart freezes every volume of the node, so a driver that hangs is only reported': each(
        [PROGRAM], 'liveness probe', 'readiness probe',
      ),
      'the port is that of the node, where only its own processes ask': [`${PROGRAM} port 9809/TCP`, `${LIVENESS} flag --health-port`],
      'someone says when volumes freeze': ['strategy'],
      'arguments stand where they are used': each([REGISTRAR], 'flag --csi-address', 'flag --kubelet-registration-path', 'variable *'),
      'the socket has the three slashes of the specification': [`${PROGRAM} variable CSI_ENDPOINT`],
      'a pod without requests is evicted first': [
        ...each([PROGRAM], 'requests *'), ...each([LIVENESS, REGISTRAR], 'requests *', 'limits memory'),
      ],
      'on the host network ClusterFirst is Default': ['dnsPolicy'],
      'it is the right of all drivers that remove their taint': ['may get csinodes of storage.k8s.io'],
    },
  });
});

test('the controller of the EFS driver of its chart', () => {
  const provisioner = 'container csi-provisioner,';
  expectParity({
    facts: 'csi-aws-efs-controller',
    objects: objectsOf(chart => new CsiController(chart, 'efs-controller', { driver: CsiDriver.awsEfs() })),
    renamed: { 'efs-plugin': 'csi-driver' },
    because: {
      'arguments stand where they are used, and the namespace of the leases is named': each(
        [provisioner], 'flag --csi-address', 'variable ADDRESS', 'flag --leader-election-namespace', 'variable POD_NAMESPACE',
      ),
      'only what calls the API server has a token, with a limited life': ['token', ...each([PROGRAM, provisioner], TOKEN)],
      'the socket is in /csi for all containers': [
        ...each([PROGRAM, provisioner], 'mount /csi', 'mount /var/lib/csi/sockets/pluginproxy/'), `${PROGRAM} variable CSI_ENDPOINT`,
      ],
      'nodes of the control plane take the controller too, and none waits for it': [
        'toleration node-role.kubernetes.io/control-plane:NoSchedule', 'toleration efs.csi.aws.com/agent-not-ready:any effect',
      ],
      'it mounts only to delete directories of volumes': each([PROGRAM], 'privileged', 'privilege escalation', 'capability ALL dropped'),
      'the seccomp profile is named, and sidecars have no capability': [
        ...each([PROGRAM, LIVENESS, provisioner], 'seccomp'), ...each([LIVENESS, provisioner], 'capability ALL dropped'),
      ],
      'a pod without requests is evicted first': [
        ...each([PROGRAM], 'requests *'), ...each([LIVENESS, provisioner], 'requests *', 'limits memory'),
      ],
      'a controller removes no start-up taint': [`${PROGRAM} variable DISABLE_TAINT_WATCHER`],
      'flags have the value that the program has anyway': [
        `${PROGRAM} flag --debug-logs`,
        ...each([provisioner], 'flag --leader-election-lease-duration', 'flag --leader-election-renew-deadline'),
      ],
      'a port is that of a network of its own, and belongs to the container that listens': [
        ...each([PROGRAM], 'port 9909/TCP', 'liveness probe'),
        ...each([LIVENESS], 'port 9808/TCP', 'flag --health-port', 'flag --http-endpoint', 'flag --probe-timeout', 'flag --v'),
      ],
      'leases are those of its own namespace': [
        'may create leases*', 'may delete leases*', 'may get leases*', 'may list leases*', 'may update leases*', 'may watch leases*',
      ],
      'the Secret of another account is named by who has one': ['may get secrets*', 'may list secrets*', 'may watch secrets*'],
      'the rules of the release of the provisioner have it': ['may update events of core'],
    },
  });
});

test('the driver for secrets of its chart', () => {
  expectParity({
    facts: 'csi-secrets-store-node',
    objects: objectsOf(chart => new CsiNodePlugin(chart, 'secrets', { driver: CsiDriver.secretsStore() })),
    renamed: { 'secrets-store': 'csi-driver' },
    because: {
      ...sidecarReasons(9808, 9809),
      'to call a socket writes nothing to its directory': each(
        [PROGRAM], 'mount /etc/kubernetes/secrets-store-csi-providers', 'mount /var/run/secrets-store-csi-providers',
      ),
      'a directory that is made by mistake is one that no kubelet watches': [`${PROGRAM} mount /var/lib/kubelet/pods`],
      'paths have no slash at their end': each([PROGRAM, LIVENESS, REGISTRAR], 'mount /csi'),
      'flags have the value that the program has anyway': each(
        [PROGRAM], 'flag --max-call-recv-msg-size', 'flag --provider-health-check-interval',
      ),
      'a limit of the processor protects nothing': each([PROGRAM, LIVENESS, REGISTRAR], 'limits cpu'),
      'a driver is asked every 30 seconds, like all of them': [`${PROGRAM} liveness probe`],
      'the port belongs to the sidecar': [`${PROGRAM} port 9808/TCP`],
      'sidecars log alike': [`${LIVENESS} flag --v`, `${LIVENESS} flag -v`, `${REGISTRAR} flag --v`],
      'sidecars reach the socket as root, and gain nothing more': each(
        [LIVENESS, REGISTRAR], 'user', 'privilege escalation', 'root file system',
      ),
      'kubectl asks for the first container, which is the driver': ['pod annotation kubectl.kubernetes.io/default-container'],
      'no pod with a secret starts where it was evicted': ['priorityClassName'],
      'one node at a time takes hours on a large fleet': ['strategy'],
    },
  });
});

test('the provider for AWS of its own manifest', () => {
  const provider = 'container provider-aws,';
  const [driver] = objectsOf(chart => new CsiNodePlugin(chart, 'secrets', { driver: CsiDriver.secretsStore({ awsProvider: {} }) })).filter(
    ({ kind }) => kind === 'DaemonSet',
  );
  const { template } = driver.spec;
  const alone = { ...template.spec, containers: template.spec.containers.filter(({ name }: any) => name === 'provider-aws') };
  expectParity({
    facts: 'csi-secrets-store-aws',
    objects: [{ ...driver, spec: { ...driver.spec, template: { ...template, spec: alone } } }],
    renamed: { 'provider-aws-installer': 'provider-aws' },
    because: {
      'the driver writes the files, so that the provider sees no volume of a pod': each(
        [provider], 'flag --driver-writes-secrets', 'mount /var/lib/kubelet/pods',
      ),
      'a directory that is not there is made': [`${provider} mount /var/run/secrets-store-csi-providers`],
      'a limit of the processor protects nothing': [`${provider} limits cpu`],
      'it opens its socket as root, and gains nothing more': each(
        [provider], 'user', 'capability ALL dropped', 'root file system', 'seccomp',
      ),
      'the token has a limited life': ['token', `${provider} ${TOKEN}`],
      'it ranks as the driver whose pods it runs in': ['priorityClassName', 'strategy', 'node term *'],
      'rights are those of the pods, which are tested with the driver': ['may get *'],
    },
  });
});

test('the node plugin of the S3 driver of its chart', () => {
  expectParity({
    facts: 'csi-mountpoint-s3-node',
    objects: objectsOf(chart => new CsiNodePlugin(chart, 's3', { driver: CsiDriver.mountpointS3() })),
    renamed: { 's3-plugin': 'csi-driver' },
    because: {
      ...sidecarReasons(9808, 9809),
      'the whole directory of the kubelet holds the Secrets of every pod': each(
        [PROGRAM], 'mount /var/lib/kubelet', 'mount /var/lib/kubelet/plugins/s3.csi.aws.com', 'mount /var/lib/kubelet/pods',
      ),
      'all containers see the socket where the node has it': [
        ...each([LIVENESS, REGISTRAR], 'flag --csi-address', 'mount /csi', 'mount /var/lib/kubelet/plugins/s3.csi.aws.com'),
        ...each([REGISTRAR], 'flag --kubelet-registration-path', 'variable *'),
      ],
      'a driver is asked every 30 seconds, like all of them, by the port of the sidecar': each(
        [PROGRAM], 'liveness probe', 'port 9808/TCP',
      ),
      'keys come by `env`, and a role needs none': [`${PROGRAM} variable AWS_*`],
      'the socket has the three slashes of the specification': [`${PROGRAM} variable CSI_ENDPOINT`],
      'the library is no chart': [`${PROGRAM} variable INSTALLATION_TYPE`],
      'mounts of release 1 are kept where someone asks for it': [
        `${PROGRAM} variable SUPPORT_LEGACY_SYSTEMD_MOUNTS`, 'may get serviceaccounts of core',
      ],
      'sidecars of all drivers have one limit, and log alike': [
        ...each([LIVENESS, REGISTRAR], 'limits memory', 'requests memory', 'flag --v'),
      ],
      'sidecars reach the socket as root': each([LIVENESS, REGISTRAR], 'user'),
      'one node at a time takes hours on a large fleet': ['strategy'],
    },
  });
});

test('the controller of the S3 driver of its chart', () => {
  expectParity({
    facts: 'csi-mountpoint-s3-controller',
    objects: objectsOf(chart => new CsiController(chart, 's3-controller', { driver: CsiDriver.mountpointS3() })),
    renamed: { 's3-csi-controller': 'csi-driver' },
    because: {
      'it is a user without a capability': each([PROGRAM], 'capability ALL dropped', 'user', 'seccomp'),
      'a pod without requests is evicted first': each([PROGRAM], 'requests *', 'limits memory'),
      'the token has a limited life': ['token', `${PROGRAM} ${TOKEN}`],
      'programs of all controllers have the socket, which this one does not use': each(
        [PROGRAM], 'mount /csi', 'variable CSI_ENDPOINT', 'variable CSI_NODE_NAME',
      ),
      'nodes of the control plane and those for add-ons take it too': ['toleration *'],
    },
  });
});
