import { AwsEfsCsiDriverOptions } from './aws-efs-csi-driver-options';
import { commonArguments, commonEnv } from './aws-efs-program';
import { AWS_EFS_DEFAULTS } from './defaults';
import { ApiGrant } from '../../../agent/companions/api-grant';
import { ContainerSecurity } from '../../../agent/container/container-security';
import { EnvValue } from '../../../agent/container/env-value';
import { Port } from '../../../agent/container/port';
import { fail, quote } from '../../../private/agent-error';
import { fixedValue } from '../../../private/default-row';
import { sortedEntries } from '../../../private/wire';
import { CsiControllerOptions } from '../../csi-controller-options';
import { CsiGrant } from '../../csi-grant';
import { CsiSidecar } from '../../csi-sidecar';

/** The controller of the driver. The program removes start-up taints wherever it runs, which is not for the controller to do. */
export function awsEfsController(options: AwsEfsCsiDriverOptions): CsiControllerOptions {
  const { deletesDirectories = false, crossAccountSecret, tags = {}, metrics = false } = options;
  const port = fixedValue(AWS_EFS_DEFAULTS.controllerMetricsPort);
  return {
    args: [
      ...commonArguments(options), `--delete-access-point-root-dir=${deletesDirectories}`,
      ...Object.keys(tags).length === 0 ? [] : [`--tags=${tagsText(tags)}`],
      ...metrics ? [`--http-endpoint=:${port}`] : [],
      ...options.extraControllerArgs ?? [],
    ],
    env: { DISABLE_TAINT_WATCHER: EnvValue.of('true'), ...commonEnv(options) },
    ports: metrics ? [Port.container('metrics', port)] : undefined,
    replicas: fixedValue(AWS_EFS_DEFAULTS.controllerReplicas),
    provisioner: CsiSidecar.of({
      extraArgs: ['--feature-gates=Topology=true', '--extra-create-metadata', '--worker-threads=100',
        '--timeout=15s'],
    }),
    securityContext: deletesDirectories
      ? ContainerSecurity.privileged('mounts file systems to delete the directories of volumes')
      : ContainerSecurity.root('the program writes its configuration below /etc/amazon', { writableRootFilesystem: true }),
    grants: [
      CsiGrant.nodeTopology(),
      ...crossAccountSecret === undefined ? [] : [CsiGrant.of([ApiGrant.inOwnNamespace(['secrets'], ['get'],
        { resourceNames: [crossAccountSecret] })])],
    ],
    resources: options.controllerResources,
  };
}

/** Spaces and colons part the tags, unless a backslash stands before them. */
function tagsText(tags: { readonly [key: string]: string }): string {
  const escaped = (text: string) => text.replace(/[\\: ]/g, character => `\\${character}`);
  return sortedEntries(tags).map(([key, value]) => {
    if (key === '' || key.length > MAX_KEY || value.length > MAX_VALUE || key.startsWith('aws:') || /\n/.test(key + value)) {
      fail({
        code: 'invalid-csi-driver', what: 'an access point of EFS cannot have this tag', given: `${quote(key)}: ${quote(value)}`,
        allowed: `a key of 1 to ${MAX_KEY} characters that does not begin with aws:, a value of up to ${MAX_VALUE}`,
        fix: 'choose another key or value',
      });
    }
    return `${escaped(key)}:${escaped(value)}`;
  }).join(' ');
}

const MAX_KEY = 128;
const MAX_VALUE = 256;
