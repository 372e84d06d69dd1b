import { FileSet } from './file-set';
import { contentReferences } from '../../cluster/references';
import { contentHash } from '../../private/hash';
import { NOT_PLAIN, plainJson } from '../../private/plain-json';
import { Wire } from '../../private/wire';
import { AgentObject } from '../agent-object';
import { AgentPlan } from '../agent-plan';

/**
 * What changes when, and only when, something changes that running pods would learn of late or never: files, content that a feature named, and
 * ConfigMaps and Secrets which the agent brings along and its pods read. Undefined where there is nothing of the kind.
 */
export function rollingHash(plan: AgentPlan, files: FileSet, pod: Wire): string | undefined {
  const more = [
    ...plan._rollingContent.map((content, index) => [`content/${index}`, content.text()] as const),
    ...objectsReadBy(pod, plan).map(object => [`object/${object.kind}/${nameOf(object, plan)}`, textOf(object)] as const),
  ];
  return files.isEmpty && more.length === 0 ? undefined : contentHash({ ...files.contents, ...Object.fromEntries(more) });
}

function objectsReadBy(pod: Wire, plan: AgentPlan): AgentObject[] {
  const objects = plan._objects.filter(({ apiVersion, kind, _neighbour: { namespace } }) =>
    apiVersion === 'v1' && (kind === 'ConfigMap' || kind === 'Secret') && (namespace === undefined || namespace === plan.namespace));
  if (objects.length === 0) {return [];}
  const read = contentReferences(pod);
  return objects.filter(object => read.has(`${object.kind} ${nameOf(object, plan)}`));
}

function nameOf(object: AgentObject, plan: AgentPlan): string {
  return object._neighbour.name ?? plan.agentName;
}

/** Keys are sorted, so that the order in which someone wrote them does not count. */
function textOf(object: AgentObject): string {
  const plain = plainJson(object._fields);
  return plain === NOT_PLAIN ? '' : JSON.stringify(plain);
}
