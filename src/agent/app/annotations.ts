import type { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { acceptancesBelow, AppAcceptance, loadTools } from './acceptances';
import { WrittenObjects } from './app-objects';
import { acknowledgedAbove, findCheckSettings } from './check-settings';
import { RegisteredAgent } from './registered-agent';
import { acknowledgedAnnotations } from '../../checks/acknowledged-annotations';
import type { AnnotationTool } from '../../checks/tools/annotations';
import { Finding } from '../../private/finding';
import { listUnder } from '../../private/list-under';

interface Annotations {
  readonly [key: string]: string;
}

/** What was accepted as annotations, by object, below each construct of which someone asked for that. */
export function annotationsFor(
  constructs: readonly IConstruct[], findings: readonly Finding[], written: WrittenObjects, agents: readonly RegisteredAgent[],
): ReadonlyMap<ApiObject, Annotations> {
  const annotations = new Map<ApiObject, Annotations>();
  for (const construct of constructs) {
    const tools = [...findCheckSettings(construct)?.annotatedFor ?? []].sort();
    if (tools.length === 0) {continue;}
    const byMaker = new Map<ApiObject, AppAcceptance[]>();
    for (const acceptance of acceptancesBelow(construct, findings, written, agents)) {listUnder(byMaker, acceptance.maker).push(acceptance);}
    for (const [maker, acceptances] of byMaker) {
      annotations.set(maker, Object.assign({}, annotations.get(maker), ...tools.map(tool => annotationsOf(tool, maker, acceptances))));
    }
  }
  return annotations;
}

function annotationsOf(tool: string, maker: ApiObject, acceptances: readonly AppAcceptance[]): Annotations {
  if (tool !== 'node-agents') {return loadTools().annotationsFor(tool as AnnotationTool, acceptances).object;}
  const found = new Set(acceptances.map(({ id }) => id));
  const said = acknowledgedAbove(maker);
  return acknowledgedAnnotations(said.filter(({ id }) => found.has(id)));
}
