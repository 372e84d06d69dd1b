import { FileSet } from './file-set';
import { RenderContext } from './render-context';
import { readsContent } from '../../cluster/references';
import { guarded } from '../../private/guarded';
import { contentHash } from '../../private/hash';
import { produced } from '../../private/lazy-values';
import { plainJson } from '../../private/plain-json';
import { CONTENT_HASH } from '../../private/standard-values';
import { Wire } from '../../private/wire';
import { AgentObject } from '../companions/agent-object';
import { IFileContent } from '../container/file-content';
import { AgentPlan } from '../plan/agent-plan';

/** What rolls the pods of every workload when it changes: files, and content that features named. */
export function contentOf(plan: AgentPlan, files: FileSet, context: RenderContext): { readonly [name: string]: string } {
  const named = plan._rollingContent.map((content, index) => [`content/${index}`, context.attempt(() => textFrom(content)) ?? ''] as const);
  return { ...files.contents, ...Object.fromEntries(named) };
}

/**
 * Rolls the pods with what they would otherwise see late or never: the content of the agent, and ConfigMaps and Secrets which the agent
 * brings along and its pods read. Says whether it did: an annotation of the user's own stays.
 */
export function rollOnContent(spec: Wire, plan: AgentPlan, content: { readonly [name: string]: string }): boolean {
  const { metadata, spec: pod = {} } = spec.template;
  if (metadata?.annotations?.[CONTENT_HASH] !== undefined) {return false;}
  const read = Object.fromEntries(objectsReadBy(
    pod, plan,
  ).map(object => [`object/${object.kind}/${nameOf(object, plan)}`, textOf(object)]));
  const all = { ...content, ...read };
  if (Object.keys(all).length === 0) {return false;}
  spec.template = {
    ...spec.template, metadata: { ...metadata, annotations: { ...metadata?.annotations, [CONTENT_HASH]: contentHash(all) } },
  };
  return true;
}

/** Line ends are those of Linux, so that a checkout on Windows rolls nothing. */
function textFrom(content: IFileContent): string {
  return guarded('content that rolls the pods could not be made', 'fix the code that makes it', () => content.text().replace(
    /\r\n?/g, '\n',
  ));
}

function objectsReadBy(pod: Wire, plan: AgentPlan): AgentObject[] {
  const objects = plan._objects.filter(({ apiVersion, kind, _neighbour: { namespace } }) =>
    apiVersion === 'v1' && (kind === 'ConfigMap' || kind === 'Secret') && (namespace === undefined || namespace === plan.namespace));
  if (objects.length === 0) {return [];}
  const isRead = readsContent(pod);
  return objects.filter(object => isRead({ kind: object.kind, name: nameOf(object, plan) }));
}

function nameOf(object: AgentObject, plan: AgentPlan): string {
  return object._neighbour.name ?? plan.agentName;
}

function textOf(object: AgentObject): string {
  return contentText(produced(object._fields));
}

/** What a ConfigMap or Secret holds. Keys are sorted, so that the order in which someone wrote them does not count. */
export function contentText({ data, binaryData, stringData }: Wire): string {
  return JSON.stringify(plainJson({ data, binaryData, stringData }));
}
