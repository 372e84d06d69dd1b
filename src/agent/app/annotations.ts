import type { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { acceptancesIn, AppAcceptance, JudgedApp, loadTools } from './acceptances';
import { acknowledgedAbove, findCheckSettings } from './check-settings';
import { acknowledgedAnnotations } from '../../checks/acknowledged-annotations';
import type { AnnotationTool } from '../../checks/tools/annotations';
import { listUnder } from '../../private/list-under';

interface Annotations {
  readonly [key: string]: string;
}

/** What was accepted as annotations, by object, below each construct of which someone asked for that. */
export function annotationsFor(constructs: readonly IConstruct[], app: JudgedApp): ReadonlyMap<ApiObject, Annotations> {
  const annotations = new Map<ApiObject, Annotations>();
  if (!constructs.some(construct => toolsOf(construct).length > 0)) {return annotations;}
  const byMaker = new Map<ApiObject, AppAcceptance[]>();
  for (const acceptance of acceptancesIn(app)) {listUnder(byMaker, acceptance.maker).push(acceptance);}
  for (const [maker, acceptances] of byMaker) {
    const tools = new Set(maker.node.scopes.flatMap(toolsOf));
    annotations.set(maker, Object.assign({}, ...[...tools].sort().map(tool => annotationsOf(tool, maker, acceptances))));
  }
  return annotations;
}

function toolsOf(construct: IConstruct): readonly string[] {
  return [...findCheckSettings(construct)?.annotatedFor ?? []];
}

function annotationsOf(tool: string, maker: ApiObject, acceptances: readonly AppAcceptance[]): Annotations {
  if (tool !== 'node-agents') {return loadTools().annotationsFor(tool as AnnotationTool, acceptances).object;}
  const found = new Set(acceptances.map(({ id }) => id));
  const said = acknowledgedAbove(maker);
  return acknowledgedAnnotations(said.filter(({ id }) => found.has(id)));
}
