import { ApiObject } from 'cdk8s';
import { RenderContext } from './render-context';
import type * as Fields from '../../private/fields/fields';
import { Problem } from '../../private/problem';
import { Wire } from '../../private/wire';

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

/** The table of fields, loaded when there is something to look up: the typed API does without. */
export function loadFields(): typeof Fields {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('../../private/fields/fields');
}

/** What the API server would store, by the table of fields. */
export function loadNormalize(): (definition: string, value: object) => any {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('../../private/fields/normalize').normalize;
}
