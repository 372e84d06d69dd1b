import { CephCsiDriverOptions } from './ceph-csi-driver-options';
import { CephFiles, METRICS_CONTAINER, OMAP_CONTAINER } from './ceph-files';
import { cephRelease, reclaimPolicyArguments } from './ceph-release';
import { CEPH_DEFAULTS, CephPorts } from './defaults';
import { ApiGrant } from '../../../agent/companions/api-grant';
import { ContainerSecurity } from '../../../agent/container/container-security';
import { EnvValue } from '../../../agent/container/env-value';
import { PodField } from '../../../agent/container/pod-field';
import { Port } from '../../../agent/container/port';
import { Resources } from '../../../agent/container/resources';
import { HostNamespace } from '../../../agent/host-namespace';
import { fail } from '../../../private/agent-error';
import { fixedValue } from '../../../private/default-row';
import { isWholeNumber } from '../../../private/whole-number';
import { CsiContainerProps } from '../../csi-container-props';
import { CsiControllerOptions } from '../../csi-controller-options';
import { CsiDriverOptions } from '../../csi-driver-options';
import { CsiGrant } from '../../csi-grant';
import { CsiHostAccess } from '../../csi-host-access';
import { CsiMounts } from '../../csi-mounts';
import { CsiSidecar } from '../../csi-sidecar';
import { commonOptions } from '../../private/common-options';
import { DriverRelease } from '../../private/driver-release';

/** What one of the two drivers has of its own. */
export interface CephKind {
  /** By which the program knows what it serves. */
  readonly type: 'rbd' | 'cephfs';
  readonly usualName: string;
  readonly ports: CephPorts;
  readonly attaches: boolean;
  /** Whether a token of its own signs the driver in to key management systems. */
  readonly hasToken: boolean;
  readonly nodeArgs: readonly string[];
  readonly controllerArgs: readonly string[];
  readonly provisionerArgs: readonly string[];
  readonly nodeGrants: readonly ApiGrant[];
}

/** A driver of Ceph, as far as both are alike. */
export class CephProgram {
  public readonly name: string;
  private readonly release: DriverRelease;
  private readonly image: string;

  public constructor(private readonly options: CephCsiDriverOptions, private readonly kind: CephKind) {
    this.name = options.name ?? kind.usualName;
    this.release = cephRelease(options);
    this.image = this.release.image;
    requireLists(options);
    requireVerbosity(options.logVerbosity);
  }

  /** The node plugin and its controller. */
  public get driver(): CsiDriverOptions {
    const { options, kind, name, image } = this;
    const { seLinuxMount = false, networkNamespaces = false, readAffinityLabels, domainLabels } = options;
    return {
      name, image,
      sidecarImages: this.release.sidecarImages,
      args: [
        ...this.commonArgs, '--nodeserver=true', '--pidlimit=-1', ...kind.nodeArgs,
        ...readAffinityLabels === undefined ? [] : [
          '--enable-read-affinity=true', `--crush-location-labels=${readAffinityLabels.join(',')}`,
        ],
        ...domainLabels === undefined ? [] : [`--domainlabels=${domainLabels.join(',')}`],
        ...options.extraArgs ?? [],
      ],
      env: this.env,
      ...commonOptions(options, { livenessPort: kind.ports.liveness, registrarPort: kind.ports.registrar }),
      mounts: networkNamespaces ? CsiMounts.pluginVolumes() : CsiMounts.stagedVolumes(),
      hostAccess: [
        CsiHostAccess.blockDevices(), CsiHostAccess.deviceTree(), CsiHostAccess.kernelModules(), CsiHostAccess.mountTable(),
        ...seLinuxMount ? [CsiHostAccess.of(CsiHostAccess.seLinux().hostPaths.filter(({ path }) => !path.startsWith('/sys/')))] : [],
      ],
      hostNamespaces: [HostNamespace.network(HOST_NETWORK)],
      // the driver asks for the labels of its node before it serves anything
      grants: [CsiGrant.nodeTopology(), CsiGrant.of([...kind.nodeGrants, ...this.keyGrants])],
      containers: this.metrics,
      features: [new CephFiles(options, this.signsIn)],
      driverObject: { attachRequired: kind.attaches, podInfoOnMount: false, seLinuxMount: seLinuxMount || undefined },
      controller: this.controller,
    };
  }

  private get controller(): CsiControllerOptions {
    const { options, kind, release } = this;
    const { domainLabels, groupSnapshots } = options;
    return {
      args: [
        ...this.commonArgs, '--controllerserver=true', ...this.metadataArgs, ...kind.controllerArgs, ...options.extraControllerArgs ?? [],
      ],
      env: this.env,
      replicas: fixedValue(CEPH_DEFAULTS.controllerReplicas),
      provisioner: CsiSidecar.of({
        extraArgs: [
          ...PATIENCE, RETRY, '--prevent-volume-mode-conversion=true', '--extra-create-metadata=true', ...kind.provisionerArgs,
          ...reclaimPolicyArguments(release),
          ...domainLabels === undefined ? [] : ['--feature-gates=Topology=true'],
        ],
      }),
      attacher: kind.attaches ? CsiSidecar.of({ extraArgs: [RETRY, '--default-fstype=ext4'] }) : CsiSidecar.none(),
      resizer: CsiSidecar.of({ extraArgs: [...PATIENCE, RETRY, '--feature-gates=RecoverVolumeExpansionFailure=true'] }),
      snapshotter: CsiSidecar.of({ extraArgs: [...PATIENCE, '--extra-create-metadata=true'] }),
      readsSecrets: true,
      expandsOnline: true,
      groupSnapshots,
      securityContext: AS_ITS_IMAGE,
      grants: [CsiGrant.of(this.keyGrants)],
      containers: [...this.metrics, ...this.omapGenerator],
      features: [new CephFiles(options, this.signsIn)],
      resources: options.controllerResources,
    };
  }

  private get commonArgs(): string[] {
    return [`--type=${this.kind.type}`, '--nodeid=$(NODE_ID)', '--endpoint=$(CSI_ENDPOINT)', `--drivername=${this.name}`, this.verbosity];
  }

  private get verbosity(): string {
    return `--v=${this.options.logVerbosity ?? fixedValue(CEPH_DEFAULTS.logVerbosity)}`;
  }

  private get metadataArgs(): string[] {
    const { volumeMetadata = true, clusterName } = this.options;
    return [`--setmetadata=${volumeMetadata}`, ...clusterName === undefined ? [] : [`--clustername=${clusterName}`]];
  }

  private get env(): { [name: string]: EnvValue } {
    return { POD_NAMESPACE: EnvValue.field(PodField.POD_NAMESPACE), ...this.options.env };
  }

  private get signsIn(): boolean {
    return this.kind.hasToken && this.options.kmsConfigMap !== undefined;
  }

  /** Tenants have keys, or the way to them, in their own namespaces. */
  private get keyGrants(): ApiGrant[] {
    return this.options.kmsConfigMap === undefined ? [] : [
      ApiGrant.clusterWide(['secrets', 'configmaps', 'serviceaccounts'], ['get']),
      ApiGrant.clusterWide(['serviceaccounts/token'], ['create']),
    ];
  }

  private get metrics(): CsiContainerProps[] {
    const { metrics = false, metricsPort: port = this.kind.ports.metrics } = this.options;
    return metrics ? [{
      name: METRICS_CONTAINER,
      image: this.image,
      args: [
        '--type=liveness', '--endpoint=$(CSI_ENDPOINT)', `--metricsport=${port}`, '--metricspath=/metrics',
        '--polltime=60s', '--timeout=3s',
      ],
      env: { POD_IP: EnvValue.field(PodField.POD_IP) },
      ports: [Port.container('metrics', port)],
      resources: Resources.of(fixedValue(CEPH_DEFAULTS.metricsResources)),
    }] : [];
  }

  private get omapGenerator(): CsiContainerProps[] {
    const { omapGenerator = false } = this.options;
    return omapGenerator ? [{
      name: OMAP_CONTAINER,
      image: this.image,
      usesSocket: false,
      args: [
        '--type=controller', `--drivername=${this.name}`, '--drivernamespace=$(DRIVER_NAMESPACE)', this.verbosity, ...this.metadataArgs,
      ],
      env: { DRIVER_NAMESPACE: EnvValue.field(PodField.POD_NAMESPACE), ...this.env },
      securityContext: AS_ITS_IMAGE,
      // it keeps every PersistentVolume and Secret of the cluster in memory, so it has no limit
      resources: Resources.of({ ...fixedValue(CEPH_DEFAULTS.metricsResources), memoryLimit: undefined }),
      grants: [
        ApiGrant.clusterWide(['persistentvolumes', 'secrets'], ['get', 'list', 'watch']),
        ApiGrant.inOwnNamespace(['leases'], ['get', 'create', 'update'], { apiGroup: 'coordination.k8s.io' }),
        ApiGrant.inOwnNamespace(['events'], ['create', 'patch']),
        ...this.keyGrants,
      ],
    }] : [];
  }
}

const HOST_NETWORK = 'connections of the kernel to Ceph belong to a network namespace, and must outlive the pod that made them';

const PATIENCE = ['--timeout=150s'];
const RETRY = '--retry-interval-start=500ms';

/** User 0 without a capability: what OpenShift makes of the program, too. */
const AS_ITS_IMAGE = ContainerSecurity.root('writes files that its image gives to root', { writableRootFilesystem: true });

const MAX_VERBOSITY = 5;

function requireVerbosity(logVerbosity: number | undefined): void {
  if (logVerbosity !== undefined && !isWholeNumber(logVerbosity, 0, MAX_VERBOSITY)) {
    fail({
      code: 'invalid-csi-driver', what: 'the driver of Ceph has no such level of its log', given: `logVerbosity: ${logVerbosity}`,
      allowed: `0 to ${MAX_VERBOSITY}`, fix: 'use 0 in production, 5 to see each call',
    });
  }
}

/** Lists become texts with commas; a list of nothing would switch a feature on that has nothing to go by. */
function requireLists({ readAffinityLabels, domainLabels }: CephCsiDriverOptions): void {
  for (const [option, labels] of Object.entries({ readAffinityLabels, domainLabels })) {
    const odd = labels?.find(label => label === '' || /[\s,]/.test(label));
    if (labels?.length === 0 || odd !== undefined) {
      fail({
        code: 'invalid-csi-driver', what: 'the driver of Ceph goes by labels of nodes', given: `${option}: ${JSON.stringify(labels)}`,
        allowed: 'at least one label, without blanks and commas', fix: 'name labels such as topology.kubernetes.io/zone, or leave it out',
      });
    }
  }
}
