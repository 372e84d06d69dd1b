import { Size } from 'cdk8s';
import { cephConfig } from './ceph-config';
import { CephCsiDriverOptions } from './ceph-csi-driver-options';
import { CEPH_DEFAULTS } from './defaults';
import { AgentContainer } from '../../../agent/container/agent-container';
import { AgentFile } from '../../../agent/container/agent-file';
import { Volume } from '../../../agent/container/volume';
import { VolumeMount } from '../../../agent/container/volume-mount';
import { IAgentFeature } from '../../../agent/plan/agent-feature';
import { AgentPlan } from '../../../agent/plan/agent-plan';
import { fail } from '../../../private/agent-error';
import { fixedValue } from '../../../private/default-row';

/** The container of metrics, on nodes and in controllers. */
export const METRICS_CONTAINER = 'liveness-prometheus';
/** The container that generates what mirrored volumes need. */
export const OMAP_CONTAINER = 'csi-omap-generator';

/** What a program of Ceph-CSI reads and writes. */
interface CephProgram {
  readonly container: AgentContainer | undefined;
  /** Whether it talks to Ceph: it reads the clusters, and hands keys to the tools of Ceph in files. */
  readonly callsCeph: boolean;
  readonly signsIn: boolean;
}

/** The files of the programs in a pod of Ceph-CSI: where the clusters are, how to sign in, and keys in memory. */
export class CephFiles implements IAgentFeature {
  /** The text of the clusters that were given; undefined where they are in a ConfigMap that exists. */
  private readonly config?: string;
  private readonly configMap: string;

  public constructor(private readonly options: CephCsiDriverOptions, private readonly signsIn: boolean) {
    const { clusters, configMap } = options;
    if (clusters !== undefined && configMap !== undefined) {
      fail({
        code: 'invalid-csi-driver', what: 'the clusters of Ceph are in one place', given: 'clusters, configMap', allowed: 'one of them',
        fix: 'leave `configMap` out to have the clusters written',
      });
    }
    this.config = clusters && cephConfig(clusters);
    this.configMap = configMap ?? fixedValue(CEPH_DEFAULTS.configMap);
  }

  public contribute(plan: AgentPlan): void {
    const programs: CephProgram[] = [
      { container: plan.container, callsCeph: true, signsIn: this.signsIn },
      { container: plan.findContainer(OMAP_CONTAINER), callsCeph: true, signsIn: false },
      { container: plan.findContainer(METRICS_CONTAINER), callsCeph: false, signsIn: false },
    ];
    for (const { container, callsCeph, signsIn } of programs) {
      if (container === undefined) {continue;}
      // every one of the programs writes its ceph.conf before it does anything else
      container.addVolumeMounts(...callsCeph ? [...this.keyManagement(), KEYS] : [], this.cephConf(), ...signsIn ? [TOKEN] : []);
      if (callsCeph) {this.addClusters(container);}
    }
  }

  private addClusters(container: AgentContainer): void {
    if (this.config === undefined) {
      container.addVolumeMounts(VolumeMount.of(Volume.configMap('ceph-csi-config', this.configMap), '/etc/ceph-csi-config', {
        readOnly: true,
      }));
    } else {
      container.addFiles(AgentFile.text('/etc/ceph-csi-config/config.json', this.config));
    }
  }

  private keyManagement(): VolumeMount[] {
    const { kmsConfigMap } = this.options;
    return kmsConfigMap === undefined ? [] : [
      VolumeMount.of(Volume.configMap(KMS_CONFIG, kmsConfigMap), `/etc/${KMS_CONFIG}`, { readOnly: true }),
    ];
  }

  private cephConf(): VolumeMount {
    const { cephConfigMap } = this.options;
    return cephConfigMap === undefined
      ? VolumeMount.of(Volume.emptyDir('ceph-config', { sizeLimit: Size.mebibytes(1) }), '/etc/ceph')
      : VolumeMount.of(Volume.configMap('ceph-config', cephConfigMap), '/etc/ceph', { readOnly: true });
  }
}

const KMS_CONFIG = 'ceph-csi-encryption-kms-config';
const KEYS = VolumeMount.of(Volume.emptyDir('keys-tmp-dir', { inMemory: true, sizeLimit: Size.mebibytes(16) }), '/tmp/csi/keys');

/** By this token the driver signs in to a key management system in the cloud. */
const TOKEN = VolumeMount.of(Volume.raw('oidc-token', {
  projected: { sources: [{ serviceAccountToken: { path: 'oidc-token', expirationSeconds: 3600, audience: 'ceph-csi-kms' } }] },
}), '/run/secrets/tokens', { readOnly: true });
