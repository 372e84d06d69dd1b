import { CsiInstallation } from './csi-installation';
import { driverObjectSpec } from './driver-object-spec';
import { AgentObject } from '../../agent/companions/agent-object';
import { NodeCoverage } from '../../agent/nodes/node-coverage';
import { Toleration } from '../../agent/nodes/toleration';
import { IAgentFeature } from '../../agent/plan/agent-feature';
import { AgentPlan } from '../../agent/plan/agent-plan';
import { withDefaults } from '../../private/with-defaults';

/** The CSIDriver object, and the start-up taint that keeps pods away until there is a driver. */
export class DriverRegistration implements IAgentFeature {
  public constructor(private readonly installation: CsiInstallation) {}

  public contribute(plan: AgentPlan): void {
    const { driver, object } = this.installation;
    if (object.isManaged) {this.addObject(plan);}
    if (driver._options.removesStartupTaint && !toleratesTaint(plan.nodes, driver.startupTaintKey)) {
      // the taint waits for the plugin, so the plugin cannot wait for the taint to go
      plan.addToleration(Toleration.exists(driver.startupTaintKey));
    }
  }

  private addObject(plan: AgentPlan): void {
    const { driver, object } = this.installation;
    const options = withDefaults(object._options, driver._options.driverObject ?? {});
    const profile = options.openShiftEphemeralProfile;
    plan.addObject(AgentObject.of({
      apiVersion: 'storage.k8s.io/v1', kind: 'CSIDriver', name: driver.name,
      fields: { spec: driverObjectSpec(options, plan.cluster.kubernetesVersion.minor) },
      ...profile !== undefined && { labels: { 'security.openshift.io/csi-ephemeral-volume-profile': profile } },
    }));
  }
}

function toleratesTaint(nodes: NodeCoverage, key: string): boolean {
  return nodes.tolerations.some(toleration => (toleration.key ?? key) === key && toleration.taintEffect === undefined);
}
