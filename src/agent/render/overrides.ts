import { ApiObject } from 'cdk8s';
import { RenderContext } from './render-context';
import type * as Fields from '../../private/fields/fields';
import { Problem } from '../../private/problem';
import { Wire } from '../../private/wire';
import { AgentPlan } from '../agent-plan';
import { WorkloadOptions } from '../workload-options';

/**
 * Looks for misspelt and newer fields where someone wrote in the spelling of the Kubernetes API. What the typed API writes is known to be right,
 * so the table of fields is loaded only when there is something to look up.
 */
export function checkOverrides(plan: AgentPlan, options: WorkloadOptions, spec: Wire, definition: string, context: RenderContext): void {
  const containers = plan._allContainers;
  const parts: Array<[what: string, definition: string, value: Wire | undefined]> = [
    ['specOverrides', definition, options.specOverrides],
    ['podOverrides', 'PodSpec', options.podOverrides],
    ...containers.map((container): [string, string, Wire | undefined] =>
      [`overrides of the container '${container.name}'`, 'Container', container._props.overrides]),
  ];
  const given = parts.filter(([, , value]) => value !== undefined && Object.keys(value).length > 0);
  const volumes = containers.flatMap(container => container._volumeMounts.map(mount => mount.volume)).filter(volume => volume._isRaw);
  for (const [what, name, value] of given) {checkWire(what, name, value!, context);}
  for (const volume of new Set(volumes)) {checkWire(`the volume '${volume.name}'`, 'Volume', volume._toWire(), context);}
  for (const object of plan._objects) {
    const known = loadFields().definitionOfKind(object.apiVersion, object.kind);
    if (known) {checkWire(`the ${object.kind} of the agent`, known, object._fields, context);}
  }
  if (given.length > 0 && context.problems.length === 0) {
    // what is right by itself may contradict what it is laid upon: two entries of one key, for instance
    checkWire('the workload with its overrides', definition, spec, context);
  }
}

/** The spec as the API server stores it, where someone wrote in its spelling; what the typed API writes is in that form already. */
export function normalized(plan: AgentPlan, options: WorkloadOptions, spec: Wire, definition: string): Wire {
  const written = options.specOverrides || options.podOverrides || plan._allContainers.some(container => container._props.overrides)
    || plan._allContainers.some(container => container._volumeMounts.some(mount => mount.volume._isRaw));
  return written ? loadNormalize()(definition, spec) : spec;
}

/** What a JSON patch left of an object, looked through as overrides are. */
export function checkPatchedObject(object: ApiObject, minor: number): Problem[] {
  const context = new RenderContext(minor, false);
  const what = `the patched ${object.kind} '${object.name}'`;
  try {
    const definition = loadFields().definitionOfKind(object.apiVersion, object.kind);
    const manifest = object.toJson();
    if (definition) {checkWire(what, definition, manifest, context);}
  } catch (error) {
    context.report({
      code: 'patch-failed',
      what: `${what} cannot be written`,
      given: (error as Error).message,
      fix: 'a patch replaces and removes only what is there; print the object without it to see its paths',
    });
  }
  return context.problems;
}

/** Reports what the oldest cluster would refuse or drop of a value in the spelling of the Kubernetes API. */
export function checkWire(what: string, definition: string, value: Wire, context: RenderContext): void {
  const fields = loadFields();
  for (const finding of fields.checkFields(definition, value, { minor: context.minor })) {
    switch (finding.kind) {
      case 'too-new':
        context.report({
          code: 'field-too-new',
          what: `${what}: ${finding.path} needs Kubernetes 1.${finding.since}`,
          given: `kubernetesVersion 1.${context.minor}`,
          allowed: `1.${finding.since} or newer`,
          fix: 'leave the field out, or raise TargetCluster kubernetesVersion when the oldest cluster is there',
        });
        break;
      case 'unknown-field':
        context.report({
          code: 'unknown-field',
          what: `${what}: the Kubernetes API has no field ${finding.path}`,
          given: `'${finding.field}'`,
          ...finding.suggestion && { allowed: `'${finding.suggestion}'` },
          fix: finding.suggestion ? `did you mean ${finding.suggestion}?` : 'look the field up in docs/coverage.md',
        });
        break;
      default:
        context.report({
          code: 'invalid-field',
          what: `${what}: ${finding.path} cannot be used`,
          given: finding.given ?? finding.kind,
          ...finding.expected && { allowed: finding.expected },
          fix: finding.kind === 'duplicate-key' ? `keep one: the same entry stands in ${finding.repeats}` : 'use the spelling and type of the Kubernetes API',
        });
    }
  }
}

function loadFields(): typeof Fields {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('../../private/fields/fields');
}

function loadNormalize(): (definition: string, value: object) => any {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('../../private/fields/normalize').normalize;
}
