import { isGiven, listOf, missing, needs, PartRule, PartRules, unwanted, wrong } from './part-rule';

const RBAC = 'rbac.authorization.k8s.io';

function isEmpty(value: unknown): boolean {
  return !Array.isArray(value) || value.length === 0;
}

const policyRule: PartRule = function* ({ nonResourceURLs, apiGroups, resources, resourceNames }, { kind }) {
  if (isEmpty(nonResourceURLs)) {
    if (isEmpty(apiGroups)) {yield missing('.apiGroups');}
    if (isEmpty(resources)) {yield missing('.resources');}
    return;
  }
  if (kind === 'Role') {
    yield unwanted('.nonResourceURLs', 'in a Role: such paths belong to no namespace', 'put the rule into a ClusterRole');
  }
  if (![apiGroups, resources, resourceNames].every(isEmpty)) {
    yield wrong('.nonResourceURLs', 'one rule is about resources and about paths of the API server', {
      given: nonResourceURLs, fix: 'make two rules of it',
    });
  }
};

/** The subject of a binding as the API server reads it: the group follows from the kind where it is not given. */
const subject: PartRule = function* ({ kind, apiGroup, namespace, name }, around) {
  const group = isGiven(apiGroup) && apiGroup !== '' ? apiGroup : kind === 'ServiceAccount' ? '' : RBAC;
  if (group !== (kind === 'ServiceAccount' ? '' : RBAC)) {
    yield wrong('.apiGroup', `a ${kind} is of another API group`, {
      given: apiGroup, allowed: kind === 'ServiceAccount' ? 'none' : RBAC, fix: 'leave it out',
    });
  }
  if (kind === 'ServiceAccount' && around.kind === 'ClusterRoleBinding'
    && !namespace) {yield missing('.namespace', ': accounts are in one');}
  if (kind === 'ServiceAccount' && typeof name === 'string' && name !== ''
    && !/^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/.test(name)) {
    yield wrong('.name', 'a service account cannot have this name', {
      code: 'invalid-name', given: name, allowed: 'a DNS subdomain', fix: 'name the account as it is',
    });
  }
};

const clusterRole: PartRule = function* ({ roleRef }) {
  if (roleRef?.kind === 'Role') {
    yield wrong('.roleRef.kind', 'a binding for the whole cluster cannot grant what a Role grants', {
      given: 'Role', allowed: 'ClusterRole', fix: 'make the Role a ClusterRole, or the binding a RoleBinding',
    });
  }
};

export const RBAC_PARTS: PartRules = {
  AggregationRule: [function* ({ clusterRoleSelectors }) {
    if (listOf(clusterRoleSelectors).length === 0 && !isGiven(clusterRoleSelectors)) {yield missing('.clusterRoleSelectors');}
  }],
  ClusterRoleBinding: [clusterRole],
  PolicyRule: [policyRule, needs('verbs')],
  Subject: [subject],
};
