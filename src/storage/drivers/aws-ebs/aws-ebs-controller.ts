import { AwsEbsCsiDriverOptions, AwsEbsMetadataSource } from './aws-ebs-csi-driver-options';
import { commonEnv, MetricsEndpoint, verbosityArgument } from './aws-ebs-program';
import { ebsTags } from './aws-ebs-tags';
import { AWS_EBS_DEFAULTS } from './defaults';
import { EnvValue } from '../../../agent/container/env-value';
import { Resources } from '../../../agent/container/resources';
import { fixedValue } from '../../../private/default-row';
import { probeTimes } from '../../../private/probe-times';
import { CsiControllerOptions } from '../../csi-controller-options';
import { CsiGrant } from '../../csi-grant';
import { CsiLiveness } from '../../csi-liveness';
import { CsiSidecar } from '../../csi-sidecar';

/** How many calls to the Kubernetes API the sidecars may make: those of clusters with hundreds of volumes at once. */
const API_CALLS = ['--kube-api-qps=20', '--kube-api-burst=100'];
const RETRY = '--retry-interval-max=30m';

/** The controller of the driver. */
export function awsEbsController(options: AwsEbsCsiDriverOptions): CsiControllerOptions {
  const { region, clusterId, extraTags = {}, metadataSources, modifiesVolumes } = options;
  const metrics = new MetricsEndpoint('controller', options);
  const tags = ebsTags(extraTags, 'invalid-csi-driver', true);
  const readsNode = region === undefined && (metadataSources?.includes(AwsEbsMetadataSource.KUBERNETES) ?? true);
  return {
    args: [
      'controller', '--endpoint=$(CSI_ENDPOINT)', '--batching=true', '--logging-format=text', verbosityArgument(options),
      ...tags.length === 0 ? [] : [`--extra-tags=${tags.join(',')}`],
      ...clusterId === undefined ? [] : [`--k8s-tag-cluster-id=${clusterId}`],
      ...metadataSources === undefined ? [] : [`--metadata-sources=${metadataSources.join(',')}`],
      ...metrics.args,
      ...options.extraControllerArgs ?? [],
    ],
    env: { ...region !== undefined && { AWS_REGION: EnvValue.of(region) }, ...commonEnv(options) },
    ports: metrics.ports,
    replicas: fixedValue(AWS_EBS_DEFAULTS.controllerReplicas),
    ...sidecars(),
    modifiesVolumes,
    expandsOnline: true,
    grants: readsNode ? [CsiGrant.nodeTopology()] : [],
    liveness: patientLiveness(),
    resources: options.controllerResources ?? Resources.of(fixedValue(AWS_EBS_DEFAULTS.controllerResources)),
  };
}

function sidecars(): Pick<CsiControllerOptions, 'provisioner' | 'attacher' | 'resizer' | 'snapshotter'> {
  const resources = Resources.of(fixedValue(AWS_EBS_DEFAULTS.controllerSidecarResources));
  return {
    provisioner: CsiSidecar.of({
      resources, extraArgs: [
        '--timeout=60s', '--feature-gates=Topology=true', '--extra-create-metadata', '--default-fstype=ext4', ...API_CALLS,
        '--worker-threads=100', RETRY,
      ],
    }),
    attacher: CsiSidecar.of({
      resources, extraArgs: [
        '--timeout=6m', ...API_CALLS, '--worker-threads=100', '--retry-interval-max=5m',
        '--feature-gates=MutableCSINodeAllocatableCount=true',
      ],
    }),
    resizer: CsiSidecar.of({ resources, extraArgs: ['--timeout=60s', '--extra-modify-metadata', ...API_CALLS, '--workers=100', RETRY] }),
    snapshotter: CsiSidecar.of({ resources, extraArgs: ['--extra-create-metadata', ...API_CALLS, '--worker-threads=100', RETRY] }),
  };
}

/** Each answer takes a call to EC2. */
function patientLiveness(): CsiLiveness {
  const {
    delaySeconds, periodSeconds, timeoutSeconds, failureThreshold,
    readinessThreshold,
  } = fixedValue(AWS_EBS_DEFAULTS.controllerProbe);
  const times = { initialDelaySeconds: delaySeconds, periodSeconds, timeoutSeconds };
  return CsiLiveness.sidecar({
    ...probeTimes({ ...times, failureThreshold }), readiness: probeTimes({ ...times, failureThreshold: readinessThreshold }),
  });
}
