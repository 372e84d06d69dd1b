import type { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { acceptancesBelow, AppAcceptance, loadTools } from './acceptances';
import { AppFinding } from './app-findings';
import { acknowledgedAbove, findCheckSettings } from './check-settings';
import { RegisteredAgent } from './registered-agent';
import { acknowledgedAnnotations } from '../../checks/acknowledged-annotations';
import type { AnnotationTool } from '../../checks/tools/annotations';
import { sortedEntries } from '../../private/wire';

/** Writes what was accepted as annotations, below each construct of which someone asked for that. */
export function annotate(constructs: readonly IConstruct[], findings: readonly AppFinding[], agents: readonly RegisteredAgent[]): void {
  for (const construct of constructs) {
    const tools = [...findCheckSettings(construct)?.annotatedFor ?? []].sort();
    if (tools.length === 0) {continue;}
    const byMaker = new Map<ApiObject, AppAcceptance[]>();
    for (const acceptance of acceptancesBelow(construct, findings, agents)) {
      byMaker.set(acceptance.maker, [...byMaker.get(acceptance.maker) ?? [], acceptance]);
    }
    for (const [maker, acceptances] of byMaker) {
      for (const tool of tools) {
        for (const [key, value] of sortedEntries(annotationsFor(tool, maker, acceptances))) {maker.metadata.addAnnotation(key, value);}
      }
    }
  }
}

function annotationsFor(tool: string, maker: ApiObject, acceptances: readonly AppAcceptance[]): { readonly [key: string]: string } {
  if (tool !== 'node-agents') {return loadTools().annotationsFor(tool as AnnotationTool, acceptances).object;}
  const found = new Set(acceptances.map(({ id }) => id));
  const said = acknowledgedAbove(maker);
  return acknowledgedAnnotations(said.filter(({ id }) => found.has(id)));
}
