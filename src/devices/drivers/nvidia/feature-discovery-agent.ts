import type { GpuFeatureDiscovery } from './gpu-feature-discovery';
import { MigStrategy } from './mig-strategy';
import { CONFIG_ARGUMENT, configFile, NvidiaConfig } from './nvidia-config';
import { systemAdmin } from './system-admin';
import { ApiGrant } from '../../../agent/companions/api-grant';
import { EnvValue } from '../../../agent/container/env-value';
import { HostPath, HostPathType } from '../../../agent/container/host-path';
import { PodField } from '../../../agent/container/pod-field';
import { Resources } from '../../../agent/container/resources';
import { IAgentFeature } from '../../../agent/plan/agent-feature';
import { fixedValue } from '../../../private/default-row';
import { wholeSeconds } from '../../../private/duration';
import { DEVICE_DEFAULTS } from '../../defaults';
import type { Companion } from '../../private/device-plugin-program';
import { FEATURE_FILES } from '../../private/feature-files';

const PCI_REASON = 'reads the whole PCI configuration of each GPU, in which vGPUs are described';

const POD_FIELDS = {
  NODE_NAME: EnvValue.field(PodField.NODE_NAME), NAMESPACE: EnvValue.field(PodField.POD_NAMESPACE),
  POD_NAME: EnvValue.field(PodField.POD_NAME),
};

/** It makes one NodeFeature for its node, which its pod and DaemonSet own. */
const GRANTS = [
  ApiGrant.inOwnNamespace(['nodefeatures'], ['get', 'create', 'update'], { apiGroup: 'nfd.k8s-sigs.io' }),
  ApiGrant.inOwnNamespace(['pods'], ['get']),
];

const WRITES_FEATURES: IAgentFeature = {
  contribute: plan => plan.acknowledge({
    id: 'writable-host-path', reason: 'the worker of Node Feature Discovery reads there what other programs know of the node',
  }),
};

/**
 * gpu-feature-discovery of NVIDIA/k8s-device-plugin v0.20.0: it is a part of the image of the device plugin, and reads the same
 * configuration.
 */
export function featureDiscovery(discovery: GpuFeatureDiscovery, image: string, config: NvidiaConfig): Companion {
  const { interval, resources } = discovery._options;
  const toFiles = discovery.kind === 'file';
  return {
    suffix: 'feature-discovery',
    preset: {
      application: 'gpu-feature-discovery',
      image,
      files: [configFile(config)],
      container: {
        command: ['gpu-feature-discovery'],
        args: [
          CONFIG_ARGUMENT, `--use-node-feature-api=${!toFiles}`,
          ...interval === undefined ? [] : [`--sleep-interval=${wholeSeconds(interval, 'interval')}s`],
        ],
        env: {
          ...config.migStrategy === MigStrategy.NONE ? {} : { NVIDIA_MIG_MONITOR_DEVICES: EnvValue.of('all') },
          ...toFiles ? {} : POD_FIELDS,
        },
        grants: toFiles ? [] : GRANTS,
        hostPaths: [
          HostPath.readOnly('/sys'),
          ...toFiles ? [HostPath.readWrite(FEATURE_FILES, { type: HostPathType.DIRECTORY_OR_CREATE, volumeName: 'features-d' })] : [],
        ],
        resources: resources ?? Resources.of(fixedValue(DEVICE_DEFAULTS.discoveryResources)),
        securityContext: systemAdmin('writes and reads what belongs to root on the node', PCI_REASON),
      },
      features: toFiles ? [WRITES_FEATURES] : [],
    },
  };
}
