import { Duration } from 'cdk8s';
import { CsiGrant } from './csi-grant';
import { CsiInstallation } from './csi-installation';
import { CsiMounts } from './csi-mounts';
import { KubeletLayout } from './kubelet-layout';
import { LIVENESS_TIMEOUT } from './sidecars';
import { OwnContainerOptions } from '../agent/container/container-props';
import { ContainerSecurity } from '../agent/container/container-security';
import { EnvValue } from '../agent/container/env-value';
import { PodField } from '../agent/container/pod-field';
import { Probe } from '../agent/container/probe';
import { Resources } from '../agent/container/resources';

const KUBELET_VARIABLE = 'KUBELET_DIRECTORY';

/** The container of the driver itself. */
export function driverContainer(installation: CsiInstallation): OwnContainerOptions {
  const { driver, kubelet } = installation;
  const props = driver._props;
  const nodeIdVariable = props.nodeIdVariable ?? 'NODE_ID';
  const args = props.args ?? ['--endpoint=$(CSI_ENDPOINT)', `--nodeid=$(${nodeIdVariable})`];
  const namesKubelet = [...props.command ?? [], ...args, ...Object.values(props.env ?? {}).map(value => value.text ?? '')]
    .some(text => text.includes(`$(${KUBELET_VARIABLE})`));
  return {
    containerName: 'csi-driver',
    image: props.image,
    command: props.command,
    args,
    env: {
      CSI_ENDPOINT: EnvValue.of(`unix://${KubeletLayout.SOCKET_IN_PODS}`),
      [nodeIdVariable]: EnvValue.field(PodField.NODE_NAME),
      ...namesKubelet && { [KUBELET_VARIABLE]: EnvValue.of(kubelet.root) },
      ...props.env,
    },
    ports: props.ports,
    hostPaths: [
      kubelet.ownPluginDirectory,
      ...(props.mounts ?? CsiMounts.podVolumes())._hostPaths(kubelet),
      ...(props.hostAccess ?? []).flatMap(access => access.hostPaths),
    ],
    resources: props.resources ?? Resources.of({ cpu: '10m', memory: '40Mi' }),
    securityContext: ContainerSecurity.privileged(
      props.privilegedReason ?? 'passes the mounts it makes on to the node and its pods', { writableRootFilesystem: !props.readOnlyRootFilesystem }),
    ...health(installation),
    preStop: props.preStop,
    grants: [...props.grants ?? [], ...props.removesStartupTaint ? [CsiGrant.taintRemoval()] : []].flatMap(grant => grant.apiGrants),
    overrides: props.overrides,
  };
}

/** A restart of a driver whose mounts die with it costs more than a driver that hangs, so that one is only reported. */
function health({ driver, driverHealth, liveness }: CsiInstallation): { livenessProbe?: Probe; readinessProbe?: Probe } {
  if (!liveness.isProbed) {return {};}
  const { initialDelay, period, timeout, failureThreshold } = liveness._options;
  const probe = driverHealth.probe({
    initialDelay: initialDelay ?? Duration.seconds(30),
    period: period ?? Duration.seconds(30),
    timeout: timeout ?? LIVENESS_TIMEOUT,
    failureThreshold: failureThreshold ?? 5,
  });
  return driver._props.mountsDieWithPod ? { readinessProbe: probe } : { livenessProbe: probe };
}
