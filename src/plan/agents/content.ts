import type { PlacedAgent } from './placed-agent';
import { contentReferences } from '../../cluster/references';
import { Restart, restartOf } from '../../cluster/restart/restart';
import { Entry, namespaceOf } from '../../private/entry';
import type { ObjectPlan } from '../objects/object-plan';

/** New content of a ConfigMap or Secret that the pods of an agent read. */
export interface ContentChange {
  /** The ConfigMap or Secret. */
  readonly about: Entry;
  /** Whether the pods are replaced for it: `yes` where the manifests prove it, `likely` where another controller must do it. */
  readonly restarts: Exclude<Restart['verdict'], 'unread'>;
  /** The evidence for that, a sentence each. */
  readonly because: readonly string[];
}

/** The objects that pods of an agent read and whose content changes. */
export function contentChanges({ agent, inventory }: PlacedAgent, plans: readonly ObjectPlan[]): ContentChange[] {
  const read = new Set(contentReferences(agent.pod).map(({ kind, name }) => `${kind} ${name}`));
  return plans.flatMap(({ action, about, changes }) => {
    const isContent = action !== 'removed' && action !== 'created' && changes.some(({ path }) => /^(?:data|binaryData)\b/.test(path));
    if (!isContent || !read.has(`${about.kind} ${about.name}`) || namespaceOf(about) !== namespaceOf(agent)) {return [];}
    const { verdict, because } = restartOf(agent, about.kind, about.name, inventory);
    return verdict === 'unread' ? [] : [{ about, restarts: verdict, because }];
  });
}
