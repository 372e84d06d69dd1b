import { AgentObject } from '../../agent/companions/agent-object';
import { AgentPlan } from '../../agent/plan/agent-plan';
import { RbacRule, rulesOf } from '../private/rbac-rules';

/** calico-node asks for tokens of an account of this name. */
const PLUGIN = 'calico-cni-plugin';
const TIERS = 'calico-tier-getter';
const RBAC = { apiVersion: 'rbac.authorization.k8s.io/v1', clusterScoped: true };

/**
 * The account of the CNI plugin on the node, whose tokens calico-node makes and renews; and the right of the controller manager to look at
 * tiers, without which it cannot remove the network policies of a namespace that is deleted.
 *
 * @param pluginRules what the CNI plugin may do; nothing where that of Calico is not on the node
 */
export function addPluginAccount(plan: AgentPlan, pluginRules: readonly RbacRule[] | undefined): void {
  const account = { kind: 'ServiceAccount', name: PLUGIN, namespace: plan.namespace };
  const roleRef = (name: string) => ({ apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name });
  if (pluginRules !== undefined) {
    plan.addObject(AgentObject.of({ apiVersion: 'v1', kind: 'ServiceAccount', name: PLUGIN, namespace: plan.namespace }));
    plan.addObject(AgentObject.of({ ...RBAC, kind: 'ClusterRole', name: PLUGIN, fields: { rules: rulesOf(pluginRules) } }));
    plan.addObject(AgentObject.of({
      ...RBAC, kind: 'ClusterRoleBinding', name: PLUGIN, fields: { roleRef: roleRef(PLUGIN), subjects: [account] },
    }));
  }
  plan.addObject(AgentObject.of({
    ...RBAC, kind: 'ClusterRole', name: TIERS,
    fields: { rules: [{ apiGroups: ['projectcalico.org'], resources: ['tiers'], verbs: ['get'] }] },
  }));
  plan.addObject(AgentObject.of({
    ...RBAC, kind: 'ClusterRoleBinding', name: TIERS,
    fields: {
      roleRef: roleRef(TIERS), subjects: [{ apiGroup: 'rbac.authorization.k8s.io', kind: 'User', name: 'system:kube-controller-manager' }],
    },
  }));
}
