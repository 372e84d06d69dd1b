import { Duration } from 'cdk8s';
import { CsiInstallation } from './csi-installation';
import { KubeletLayout } from './kubelet-layout';
import { Resources } from '../../agent/container/resources';
import { IAgentFeature } from '../../agent/plan/agent-feature';
import { AgentPlan } from '../../agent/plan/agent-plan';

const RESOURCES = Resources.of({ cpu: '10m', memory: '20Mi', memoryLimit: '100Mi' });
const CSI_ADDRESS = `--csi-address=${KubeletLayout.SOCKET_IN_PODS}`;

/** Tells the kubelet of the driver. Neither a hook nor a shell: it removes its socket by itself when it is stopped, and its image has no shell. */
export class NodeDriverRegistrar implements IAgentFeature {
  public constructor(private readonly installation: CsiInstallation) {}

  public contribute(plan: AgentPlan): void {
    const { registrar, registrarHealth, kubelet, seLinux } = this.installation;
    plan.addContainer({
      name: 'node-driver-registrar',
      image: registrar.image ?? 'registry.k8s.io/sig-storage/csi-node-driver-registrar:v2.17.0',
      args: [
        CSI_ADDRESS,
        `--http-endpoint=${registrarHealth.address}`,
        `--kubelet-registration-path=${kubelet.socket}`,
        '--v=2',
        ...registrar.extraArgs ?? [],
      ],
      ports: [registrarHealth.port],
      hostPaths: [kubelet.sharedPluginDirectory, kubelet.registrationDirectory],
      resources: registrar.resources ?? RESOURCES,
      securityContext: seLinux._sidecarSecurity(),
      // it waits up to 30 seconds for the driver before it opens the endpoint
      livenessProbe: registrarHealth.probe({ initialDelay: Duration.seconds(30), period: Duration.seconds(30), timeout: Duration.seconds(10) }),
      overrides: registrar.overrides,
    });
  }
}

/** Passes the kubelet's question on to the driver. The probe itself stands on the driver, which is what a failure must restart. */
export class LivenessProbe implements IAgentFeature {
  public constructor(private readonly installation: CsiInstallation) {}

  public contribute(plan: AgentPlan): void {
    const { liveness, driverHealth, kubelet, seLinux } = this.installation;
    const { image, timeout, resources, extraArgs, overrides } = liveness._options;
    plan.addContainer({
      name: 'liveness-probe',
      image: image ?? 'registry.k8s.io/sig-storage/livenessprobe:v2.19.0',
      args: [
        CSI_ADDRESS,
        `--http-endpoint=${driverHealth.address}`,
        `--probe-timeout=${(timeout ?? LIVENESS_TIMEOUT).toSeconds() - 1}s`,
        '--v=2',
        ...extraArgs ?? [],
      ],
      ports: [driverHealth.port],
      hostPaths: [kubelet.sharedPluginDirectory],
      resources: resources ?? RESOURCES,
      securityContext: seLinux._sidecarSecurity(),
      overrides,
    });
  }
}

/** How long the driver may take to answer, where nothing is said. */
export const LIVENESS_TIMEOUT = Duration.seconds(10);
