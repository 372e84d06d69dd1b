import { FileSet } from './file-set';
import { checkOverrides, hasLateValues, normalized } from './overrides';
import { checkPlan } from './plan-checks';
import { PodSurroundings, renderPodTemplate } from './pod-template';
import { RenderContext } from './render-context';
import { RenderedWorkload } from './rendered-workload';
import { rollOnContent } from './rolling-content';
import { WorkloadShape } from './workload-shape';
import { produced } from '../../private/late';
import { mergeRules } from '../../private/rbac';
import { mergeWire, Wire } from '../../private/wire';
import { OperatingSystem } from '../nodes/operating-system';
import { AgentPlan } from '../plan/agent-plan';
import { WorkloadOptions } from '../workload-options';

/** The names that tie the objects of an agent together. */
export interface WorkloadNames extends PodSurroundings {
  readonly configMapName: string;
}

/** The one place where contributions become a workload: merged, checked against each other, and written. */
export function renderWorkload(plan: AgentPlan, options: WorkloadOptions, names: WorkloadNames, shape: WorkloadShape): RenderedWorkload {
  const context = new RenderContext(plan.cluster.kubernetesVersion.minor, plan.nodes.operatingSystem === OperatingSystem.WINDOWS);
  plan._problems.forEach(problem => context.report(problem));
  const files = new FileSet(plan._allContainers, names.configMapName, context);
  const template = renderPodTemplate(plan, options, files, names, context);
  checkPlan(plan, options, context);
  const spec = mergeWire({ selector: { matchLabels: names.selectorLabels }, ...shape.fields, template }, produced(options.specOverrides));
  const rolls = options.rollOnFileChange !== false && rollOnContent(spec, plan, files, context);
  checkOverrides(plan, options, spec, shape.definition, context);
  return {
    spec: normalized(plan, options, spec, shape.definition),
    rollsOnContent: rolls,
    config: files.isEmpty ? {} : files.render(),
    ...roles(plan),
    problems: context.problems,
    isLate: hasLateValues(plan, options),
  };
}

function roles(plan: AgentPlan): { clusterRules: Wire[]; namespacedRules: Map<string, Wire[]> } {
  const grants = plan._allContainers.flatMap(container => container._grants);
  if (grants.length === 0) {return { clusterRules: [], namespacedRules: new Map() };}
  const namespaced = new Map<string, Wire[]>();
  for (const grant of grants.filter(({ scope }) => scope === 'namespace')) {
    const namespace = grant.namespace ?? plan.namespace ?? '';
    namespaced.set(namespace, [...namespaced.get(namespace) ?? [], grant._rule]);
  }
  return {
    clusterRules: mergeRules(grants.filter(({ scope }) => scope === 'cluster').map(grant => grant._rule)),
    namespacedRules: new Map([...namespaced].map(([namespace, rules]) => [namespace, mergeRules(rules)])),
  };
}
