import { wrongLateTexts } from './late-texts';
import { POD, RenderContext } from './render-context';
import { Port } from '../container/port';
import { AgentPlan } from '../plan/agent-plan';
import { WorkloadOptions } from '../workload-options';

/**
 * What only the plan tells: the manifest itself would look right.
 *
 * @param ports those of all pods of the agent
 */
export function checkPlan(plan: AgentPlan, options: WorkloadOptions, ports: readonly Port[], context: RenderContext): void {
  checkGrants(plan, options, context);
  checkNumberedPorts(plan, context);
  checkNamedPorts(plan, ports, context);
  checkLateSelectors(plan, context);
}

/** What a selector asks for may be known only now. */
function checkLateSelectors(plan: AgentPlan, context: RenderContext): void {
  for (const labels of plan._networkPolicies.flatMap(policy => policy._ingressLabels)) {
    for (const found of wrongLateTexts('label', 'a label that a network policy asks for:', labels, 'spec.ingress')) {context.add(found);}
  }
}

function checkGrants(plan: AgentPlan, options: WorkloadOptions, context: RenderContext): void {
  const granted = plan._allContainers.find(container => container._grants.length > 0);
  if (!granted) {return;}
  if (options.serviceAccount?.kind === 'default') {
    context.report({
      ...context.placeOf(granted), path: `${POD}.serviceAccountName`, code: 'grant-without-account',
      what: `the container '${granted.name}' is granted something, but the agent has no service account to bind it to`,
      given: 'AgentServiceAccount.clusterDefault()',
      allowed: 'AgentServiceAccount.whenNeeded, managed, named',
      fix: 'leave `serviceAccount` out, or name the account',
    });
  }
  for (const container of plan._allContainers.filter(each => each._grants.length > 0 && !each._usesApi)) {
    context.report({
      ...context.placeOf(container), code: 'grant-without-account',
      what: `the container '${container.name}' is granted something, but gets no token to use it with`,
      given: 'apiAccess: false',
      fix: 'leave `apiAccess` out, or the grants',
    });
  }
  if (plan.namespace === undefined) {
    context.report({
      path: 'metadata.namespace', code: 'missing-namespace',
      what: 'a role is bound to a service account of a namespace, and the namespace is not known',
      fix: "give the chart a namespace: new Chart(app, 'agents', { namespace: 'node-agents' })",
    });
  }
}

/** Probes that ask by a number: of the number alone nobody could say that a port was meant which the container does not have. */
function checkNumberedPorts(plan: AgentPlan, context: RenderContext): void {
  for (const container of plan._allContainers) {
    const { livenessProbe, readinessProbe, startupProbe } = container._props;
    const asked = [livenessProbe, readinessProbe, startupProbe].flatMap(probe => (probe?._asksByNumber ? probe.port ?? [] : []));
    for (const port of new Set(asked)) {
      if (!port.isDeclared || container._ports.some(own => own.name === port.name)) {continue;}
      context.report({
        ...context.placeOf(container), code: 'unknown-port',
        what: `a probe of the container '${container.name}' asks a port that the container does not have`,
        given: `'${port.name}'`,
        allowed: container._ports.map(own => own.name).join(', ') || 'it has none',
        fix: 'add the port to `ports`: keep it in a variable and use it in both places',
      });
    }
  }
}

/**
 * Ports that nothing in the manifests finds: those that listen on the loopback address, and those of monitors and policies, which name
 * them.
 */
function checkNamedPorts(plan: AgentPlan, ports: readonly Port[], context: RenderContext): void {
  const ofServices = plan._services.flatMap(service => service.ports);
  const named = [...plan._monitors.map(monitor => monitor.port), ...plan._networkPolicies.flatMap(policy => policy.ingressPorts)];
  for (const port of new Set([...ofServices, ...named])) {
    // monitors refuse such a port themselves
    if (!port.isDeclared && /^(127\.|::1$)/.test(port.hostIp ?? '')) {
      context.report({
        code: 'unknown-port',
        what: 'a Service or policy leads to a port that listens on the loopback address alone, where nobody else reaches it',
        given: `'${port.name}' on ${port.hostIp}`,
        fix: 'bind the program to every address and declare the port with Port.container, or put a proxy before it and name its port',
      });
    }
  }
  for (const port of new Set(named)) {
    if (port.isDeclared && !ports.some(own => own.name === port.name)) {
      context.report({
        code: 'unknown-port',
        what: 'a monitor or policy names a port that no container has',
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
