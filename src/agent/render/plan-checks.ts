import { RenderContext } from './render-context';
import { commonNode, NodeRequirement, NodeSelection } from '../../cluster/node-selection';
import { KUBELET_DIRECTORY } from '../../private/standard-values';
import { AgentOptions } from '../agent-options';
import { NodeCoverage } from '../nodes/node-coverage';
import { AgentPlan } from '../plan/agent-plan';

/** What only the plan tells: the manifest itself would look right. */
export function checkPlan(plan: AgentPlan, options: AgentOptions, context: RenderContext): void {
  checkGrants(plan, options, context);
  checkNamedPorts(plan, context);
  checkKubeletPaths(plan, context);
}

const KUBELET = KUBELET_DIRECTORY;

/** Where the kubelet has another directory, the usual one exists at best as an empty leftover. A given type says that someone knows better. */
function checkKubeletPaths(plan: AgentPlan, context: RenderContext): void {
  const root = plan.cluster.kubeletDirectory;
  if (root === KUBELET) {return;}
  const isBelow = (path: string, directory: string) => path === directory || path.startsWith(`${directory}/`);
  for (const container of plan._allContainers) {
    const wrong = container._hostPaths.filter(({ path, _typeGiven }) => !_typeGiven && isBelow(path, KUBELET) && !isBelow(path, root));
    for (const { path } of wrong) {
      const right = `${root}${path.slice(KUBELET.length)}`;
      context.report({
        code: 'other-kubelet-directory',
        what: `the container '${container.name}' mounts a path of the kubelet, which has another directory in this cluster`,
        given: `'${path}', kubeletDirectory '${root}'`,
        allowed: `'${right}'`,
        fix: `write \`${right}\`, or make it of \`TargetCluster.of(scope).kubeletDirectory\`; to mean ${path} all the same, give the host path a \`type\``,
      });
    }
  }
}

/** Whether a node can exist that a coverage asks for. */
export function checkCoverage(nodes: NodeCoverage, context: RenderContext): void {
  const selection = nodes._selection();
  if (asksTwice(selection) && commonNode(selection, selection) === undefined) {
    const { key, demands } = contradictionIn(selection);
    context.report({
      code: 'impossible-coverage',
      what: key === undefined ? 'no node can meet all that the coverage asks for' : `no node can meet all that the coverage asks of the label ${key}`,
      given: demands.join(' and '),
      fix: key === 'kubernetes.io/os' ? 'name the system with `operatingSystem`' : 'leave one of these conditions out, or make them alternatives with NodeCoverage.anyOf',
    });
  }
}

/** The first label of which no value meets all conditions of a term, and those. Looked for once it is known that there is one. */
function contradictionIn({ nodeSelector = {}, terms = [] }: NodeSelection): { readonly key?: string; readonly demands: string[] } {
  const selected = Object.entries(nodeSelector).map(([key, value]): NodeRequirement => ({ key, operator: 'In', values: [value] }));
  const all = [...selected, ...terms[0]?.matchExpressions ?? []];
  for (const key of new Set(all.map(requirement => requirement.key))) {
    const matchExpressions = all.filter(requirement => requirement.key === key);
    const alone = { terms: [{ matchExpressions }] };
    if (commonNode(alone, alone) === undefined) {return { key, demands: [...new Set(matchExpressions.map(describeDemand))] };}
  }
  return { demands: all.map(describeDemand) };
}

function describeDemand({ key, operator, values }: NodeRequirement): string {
  return [key, operator, ...values ? [values.join('|')] : []].join(' ');
}

/** Whether a label is asked for more than once: a coverage that asks for different labels can always be met. */
function asksTwice({ nodeSelector = {}, terms = [] }: NodeSelection): boolean {
  return terms.some(({ matchExpressions = [] }) => {
    const keys = matchExpressions.map(expression => expression.key);
    return keys.some((key, index) => key in nodeSelector || keys.indexOf(key) !== index);
  });
}

function checkGrants(plan: AgentPlan, options: AgentOptions, context: RenderContext): void {
  const granted = plan._allContainers.find(container => container._grants.length > 0);
  if (!granted) {return;}
  if (options.serviceAccount?.kind === 'default') {
    context.report({
      code: 'grant-without-account',
      what: `the container '${granted.name}' is granted something, but the agent has no service account to bind it to`,
      given: 'AgentServiceAccount.clusterDefault()',
      allowed: 'AgentServiceAccount.whenNeeded, managed, named',
      fix: 'leave `serviceAccount` out, or name the account',
    });
  }
  for (const container of plan._allContainers.filter(each => each._grants.length > 0 && !each._usesApi)) {
    context.report({
      code: 'grant-without-account',
      what: `the container '${container.name}' is granted something, but gets no token to use it with`,
      given: 'apiAccess: false',
      fix: 'leave `apiAccess` out, or the grants',
    });
  }
  if (plan.namespace === undefined) {
    context.report({
      code: 'missing-namespace',
      what: 'a role is bound to a service account of a namespace, and the namespace is not known',
      fix: "give the chart a namespace: new Chart(app, 'agents', { namespace: 'node-agents' })",
    });
  }
}

function checkNamedPorts(plan: AgentPlan, context: RenderContext): void {
  const asked = [
    ...plan._services.flatMap(service => service.ports),
    ...plan._monitors.map(monitor => monitor.port),
    ...plan._networkPolicies.flatMap(policy => policy.ingressPorts),
  ];
  if (asked.length === 0) {return;}
  // what ends before the others start answers nobody
  const ports = plan._allContainers.filter(container => container._role !== 'init').flatMap(container => container._ports);
  for (const port of new Set(asked)) {
    // monitors refuse such a port themselves
    if (!port.isDeclared && /^(127\.|::1$)/.test(port.hostIp ?? '')) {
      context.report({
        code: 'unknown-port',
        what: 'a Service or policy leads to a port that listens on the loopback address alone, where nobody else reaches it',
        given: `'${port.name}' on ${port.hostIp}`,
        fix: 'bind the program to every address and declare the port with Port.container, or put a proxy before it and name its port',
      });
    }
    if (port.isDeclared && !ports.some(own => own.name === port.name)) {
      context.report({
        code: 'unknown-port',
        what: 'a Service, monitor or policy names a port that no container has',
        given: `'${port.name}'`,
        allowed: ports.map(own => own.name).join(', ') || 'the agent has none',
        fix: 'add the port to a container: keep it in a variable and use it in both places',
      });
    }
  }
  if (plan._monitors.some(monitor => monitor.kind === 'ServiceMonitor') && plan._services.length === 0) {
    context.report({
      code: 'monitor-without-service',
      what: 'a ServiceMonitor finds the agent by its Service, and there is none',
      fix: 'add AgentService.headless, or use PrometheusMonitor.podMonitor',
    });
  }
}
