import { Lazy } from 'cdk8s';
import { RenderContext } from './render-context';
import { checkContainers, checkWire, loadFields, loadNormalize } from './wire-check';
import { hasLate, produced } from '../../private/lazy-values';
import { Wire } from '../../private/wire';
import { AgentObject } from '../companions/agent-object';
import { AgentPlan } from '../plan/agent-plan';
import { WorkloadOptions } from '../workload-options';

/**
 * Looks for misspelt and newer fields where someone wrote in the spelling of the Kubernetes API. What the typed API writes is known to be
 * right, so the table of fields is loaded only when there is something to look up.
 */
export function checkOverrides(plan: AgentPlan, options: WorkloadOptions, definition: string, context: RenderContext): void {
  const containers = plan._allContainers;
  const parts: Array<[what: string, definition: string, value: Wire | undefined]> = [
    ['specOverrides', definition, options.specOverrides],
    ['podOverrides', 'PodSpec', options.podOverrides],
    ...containers.map((container): [string, string, Wire | undefined] =>
      [`overrides of the container '${container.name}'`, 'Container', container._props.overrides]),
  ];
  const given = parts.filter(([, , value]) => isGiven(value));
  const volumes = containers.flatMap(container => container._volumeMounts.map(mount => mount.volume)).filter(volume => volume._isRaw);
  for (const [what, name, value] of given) {checkWire(what, name, value!, context);}
  for (const volume of new Set(volumes)) {checkWire(`the volume '${volume.name}'`, 'Volume', volume._toWire(), context);}
  for (const policy of plan._networkPolicies.filter(each => each._hasRawRules)) {
    checkWire('a network policy of the agent', 'NetworkPolicySpec', policy._toWire({}), context);
  }
  for (const object of plan._objects) {
    const known = loadFields().definitionOfKind(object.apiVersion, object.kind);
    if (known) {checkWire(`the ${object.kind} of the agent`, known, object._fields, context);}
  }
}

function isGiven(overrides: Wire | undefined): boolean {
  return overrides !== undefined && Object.keys(produced(overrides)).length > 0;
}

/**
 * Looks through a workload upon which overrides were laid: what is right by itself may contradict what it is laid upon, as two entries of
 * one key do.
 */
export function checkOverridden(plan: AgentPlan, options: WorkloadOptions, spec: Wire, definition: string, context: RenderContext): void {
  if (![options.specOverrides, options.podOverrides, ...plan._allContainers.map(container => container._props.overrides)].some(isGiven)) {
    return;
  }
  checkWire('the workload with its overrides', definition, spec, context);
  checkContainers('the workload with its overrides', spec.template?.spec ?? {}, context);
}

/** The spec as the API server stores it, where someone wrote in its spelling; what the typed API writes is in that form already. */
export function normalized(plan: AgentPlan, options: WorkloadOptions, spec: Wire, definition: string): Wire {
  return isWrittenByHand(plan, options) ? loadNormalize()(definition, produced(spec)) : spec;
}

/** Whether someone wrote a part of a workload in the spelling of the Kubernetes API. */
export function isWrittenByHand(plan: AgentPlan, options: WorkloadOptions): boolean {
  return Boolean(options.specOverrides || options.podOverrides)
    || plan._allContainers.some(container => container._props.overrides || container._volumeMounts.some(mount => mount.volume._isRaw));
}

/** Whether what someone wrote in the spelling of the Kubernetes API will be known only when it is written. */
export function hasLateValues(plan: AgentPlan, options: WorkloadOptions): boolean {
  // a hash of objects that the pods read stands on the pods
  return plan._objects.some(object => hasLate(object._fields)) || isWrittenByHand(plan, options) && [
    options.specOverrides, options.podOverrides,
    ...plan._allContainers.flatMap(container => [
      container._props.overrides, ...container._volumeMounts.map(mount => mount.volume._toWire()),
    ]),
  ].some(hasLate);
}

/**
 * The fields of an object next to the workload as the API server stores them, where its kind is known. Those with late values stay late.
 */
export function normalizedFields(object: AgentObject): Wire {
  const definition = loadFields().definitionOfKind(object.apiVersion, object.kind);
  if (definition === undefined) {return object._fields;}
  const late = (name: string) => Lazy.any({ produce: () => loadNormalize()(definition, { [name]: produced(object._fields[name]) })[name] });
  const names = Object.keys(object._fields);
  const known = Object.fromEntries(names.filter(name => !hasLate(object._fields[name])).map(name => [name, object._fields[name]]));
  const stored: Wire = loadNormalize()(definition, known);
  return Object.fromEntries(names.map(name => [name, Object.hasOwn(known, name) ? stored[name] : late(name)]));
}
