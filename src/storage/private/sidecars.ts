import { CsiInstallation } from './csi-installation';
import { KubeletLayout } from './kubelet-layout';
import { Resources } from '../../agent/container/resources';
import { IAgentFeature } from '../../agent/plan/agent-feature';
import { AgentPlan } from '../../agent/plan/agent-plan';
import { valueOf } from '../../private/default-row';
import { probeTimes } from '../../private/probe-times';
import { STORAGE_DEFAULTS } from '../defaults';

const CSI_ADDRESS = `--csi-address=${KubeletLayout.SOCKET_IN_PODS}`;

/** Tells the kubelet of the driver. Neither a hook nor a shell: it removes its socket by itself when it is stopped, and its image has no shell. */
export class NodeDriverRegistrar implements IAgentFeature {
  public constructor(private readonly installation: CsiInstallation) {}

  public contribute(plan: AgentPlan): void {
    const { registrar, registrarHealth, kubelet, seLinux, cluster } = this.installation;
    plan.addContainer({
      name: 'node-driver-registrar',
      image: registrar.image ?? valueOf(STORAGE_DEFAULTS.registrarImage, cluster),
      args: [
        CSI_ADDRESS,
        `--http-endpoint=${registrarHealth.address}`,
        `--kubelet-registration-path=${kubelet.socket}`,
        '--v=2',
        ...registrar.extraArgs ?? [],
      ],
      ports: [registrarHealth.port],
      hostPaths: [kubelet.sharedPluginDirectory, kubelet.registrationDirectory],
      resources: registrar.resources ?? Resources.of(valueOf(STORAGE_DEFAULTS.sidecarResources, cluster)),
      securityContext: seLinux._sidecarSecurity(),
      // it waits up to 30 seconds for the driver before it opens the endpoint
      livenessProbe: registrarHealth.probe(probeTimes(valueOf(STORAGE_DEFAULTS.registrarProbe, cluster))),
      overrides: registrar.overrides,
    });
  }
}

/** Passes the kubelet's question on to the driver. The probe itself stands on the driver, which is what a failure must restart. */
export class LivenessProbe implements IAgentFeature {
  public constructor(private readonly installation: CsiInstallation) {}

  public contribute(plan: AgentPlan): void {
    const { liveness, driverHealth, kubelet, seLinux, cluster } = this.installation;
    const { image, timeout, resources, extraArgs, overrides } = liveness._options;
    plan.addContainer({
      name: 'liveness-probe',
      image: image ?? valueOf(STORAGE_DEFAULTS.livenessImage, cluster),
      args: [
        CSI_ADDRESS,
        `--http-endpoint=${driverHealth.address}`,
        `--probe-timeout=${(timeout?.toSeconds() ?? valueOf(STORAGE_DEFAULTS.driverProbe, cluster).timeoutSeconds) - 1}s`,
        '--v=2',
        ...extraArgs ?? [],
      ],
      ports: [driverHealth.port],
      hostPaths: [kubelet.sharedPluginDirectory],
      resources: resources ?? Resources.of(valueOf(STORAGE_DEFAULTS.sidecarResources, cluster)),
      securityContext: seLinux._sidecarSecurity(),
      overrides,
    });
  }
}
