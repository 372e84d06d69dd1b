import { wrongLateMetadata } from './late-texts';
import { RenderContext } from './render-context';
import { wrongAnnotations, wrongLabels } from '../../cluster/refusals/names';
import { containersOf } from '../../cluster/workload-facts';
import type * as Fields from '../../private/fields/fields';
import { Finding, withFacts } from '../../private/finding';
import { produced } from '../../private/lazy-values';
import { lookUp } from '../../private/look-up';
import { compareQuantities, isQuantity } from '../../private/quantity';
import { versionFinding } from '../../private/version-finding';
import { Wire } from '../../private/wire';
import { OwnedObject } from '../app/registered-agent';
import { ImageReference } from '../container/image-reference';

/** What a JSON patch left of an object, looked through as overrides are. */
export function checkPatchedObject(object: OwnedObject, minor: number): Finding[] {
  const context = new RenderContext(minor, false);
  const what = `the patched ${object.kind} '${object.name}'`;
  try {
    const definition = loadFields().definitionOfKind(object.apiVersion, object.kind);
    const manifest = object.toJson();
    if (definition) {checkWire(what, definition, manifest, context);}
    checkMetadata(what, manifest.metadata ?? {}).forEach(found => context.add(found));
    if (manifest.spec?.template) {checkContainers(what, manifest.spec.template.spec ?? {}, context);}
  } catch (error) {
    context.report({
      code: 'patch-failed',
      what: `${what} cannot be written`,
      given: object.failingPatch ?? (error as Error).message,
      fix: 'a patch replaces and removes only what is there; print the object without it to see its paths',
    });
  }
  return context.findings;
}

/** Labels and annotations that the API server refuses, whoever added them. */
export function checkMetadata(what: string, { labels, annotations }: { readonly labels?: Wire; readonly annotations?: Wire }): Finding[] {
  return [
    ...wrongLabels(`a label of ${what}`, labels, { path: 'metadata.labels' }),
    ...wrongAnnotations(` of ${what}`, annotations, { path: 'metadata.annotations' }),
    ...wrongLateMetadata(what, { labels, annotations }),
  ];
}

/** What the typed options check of a container, for those that someone wrote or changed in the spelling of the Kubernetes API. */
export function checkContainers(what: string, pod: Wire, context: RenderContext): void {
  for (const container of containersOf(pod)) {
    const policy = container.restartPolicy;
    if (policy && context.minor < 35 && (policy !== 'Always' || !pod.initContainers?.includes(container))) {
      context.add(versionFinding({
        what: `${what}: restartPolicy ${policy} of the container '${container.name}'`, since: 35, oldest: context.minor,
        alternative: 'leave it out, or make the container a sidecar',
      }));
    }
    if (typeof container.image === 'string' && container.image !== '') {context.attempt(() => ImageReference.parse(container.image));}
    const { requests = {}, limits = {} } = container.resources ?? {};
    for (const name of Object.keys(limits)) {
      const [request, limit] = [lookUp(requests, name), limits[name]].map(String);
      if (lookUp(requests, name) !== undefined && isQuantity(request) && isQuantity(limit) && compareQuantities(request, limit) > 0) {
        context.report({
          code: 'request-above-limit',
          what: `${what}: the container '${container.name}' requests more ${name} than its limit allows`,
          given: `request ${request}, limit ${limit}`,
          allowed: 'a request up to the limit',
          fix: 'raise the limit, or set both with `resources`',
        });
      }
    }
  }
}

/**
 * Reports what the oldest cluster would refuse or drop of a value in the spelling of the Kubernetes API. Late values count as what they are
 * by now.
 */
export function checkWire(what: string, definition: string, value: Wire, context: RenderContext): void {
  const fields = loadFields();
  for (const found of fields.checkFields(definition, produced(value), { minor: context.minor, subject: what })) {
    const fix = found.code === 'unknown-field' ? otherLevel(found.path, definition, fields, context.workload) : undefined;
    context.add(fix === undefined ? found : withFacts(found, { fix }));
  }
}

/** A field that is right, but is written a level too high or too low. */
function otherLevel(field: string, definition: string, fields: typeof Fields, workload: string | undefined): string | undefined {
  const levels: ReadonlyArray<readonly [definition: string, level: string, option: string]> = [
    ['Container', 'container', 'overrides'], ['PodSpec', 'pod', 'podOverrides'],
    ...workload === undefined ? [] : [[workload, 'workload', 'specOverrides'] as const],
  ];
  if (!levels.some(([own]) => own === definition) || fields.fieldOf(definition, field) !== undefined) {return undefined;}
  const found = levels.find(([other]) => fields.fieldOf(other, field) !== undefined);
  return found && `${field} is a field of the ${found[1]}: use \`${found[2]}\``;
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
