import type { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { acceptancesIn, AppAcceptance, JudgedApp, loadTools } from './acceptances';
import { acknowledgedAbove, findCheckSettings } from './check-settings';
import { isAbout } from '../../checks/acknowledge';
import { acknowledgedAnnotations } from '../../checks/acknowledged-annotations';
import type { AnnotationTool } from '../../checks/tools/annotations';
import type { Finding } from '../../private/finding';
import { listUnder } from '../../private/list-under';

interface Annotations {
  readonly [key: string]: string;
}

/** The tool whose annotations are written unless someone says otherwise. */
const NODE_AGENTS = 'node-agents';

/** What was accepted as annotations, by object: for the command of this library, and for each tool that someone asked for. */
export function annotationsFor(constructs: readonly IConstruct[], app: JudgedApp): ReadonlyMap<ApiObject, Annotations> {
  const annotations = new Map<ApiObject, Annotations>();
  const settings = constructs.flatMap(construct => findCheckSettings(construct) ?? []);
  if (settings.length === 0) {return annotations;}
  for (const [maker, found] of acknowledgedIn(app)) {
    const said = acknowledgedAbove(maker).filter(given => found.some(each => isAbout(given, each)));
    if (writesReasons(maker)) {annotations.set(maker, acknowledgedAnnotations(said));}
  }
  if (!settings.some(({ annotatedFor }) => [...annotatedFor].some(tool => tool !== NODE_AGENTS))) {return annotations;}
  const byMaker = new Map<ApiObject, AppAcceptance[]>();
  for (const acceptance of acceptancesIn(app)) {listUnder(byMaker, acceptance.maker).push(acceptance);}
  for (const [maker, acceptances] of byMaker) {
    const others = toolsFor(maker).filter(tool => tool !== NODE_AGENTS) as AnnotationTool[];
    const tools = others.map(tool => loadTools().annotationsFor(tool, acceptances).object);
    if (tools.length > 0) {annotations.set(maker, Object.assign({}, annotations.get(maker), ...tools));}
  }
  return annotations;
}

/** What was found and acknowledged, by object. */
function acknowledgedIn({ findings, written }: JudgedApp): ReadonlyMap<ApiObject, readonly Finding[]> {
  const found = new Map<ApiObject, Finding[]>();
  for (const each of findings) {
    if (each.about !== undefined && each.acknowledged !== undefined) {listUnder(found, written.makerOf(each.about)).push(each);}
  }
  return found;
}

/** The nearest construct that says anything of it decides. */
function writesReasons(maker: IConstruct): boolean {
  const nearestFirst = [...maker.node.scopes].reverse().map(findCheckSettings);
  const nearest = nearestFirst.find(settings => settings?.omitsReasons || settings?.annotatedFor.has(NODE_AGENTS));
  return nearest?.omitsReasons !== true;
}

function toolsFor(maker: IConstruct): readonly string[] {
  return [...new Set(maker.node.scopes.flatMap(scope => [...findCheckSettings(scope)?.annotatedFor ?? []]))].sort();
}
