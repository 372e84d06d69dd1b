import { Construct } from 'constructs';
import { AgentNames } from './agent-names';
import { AgentOptions } from '../agent-options';
import { AgentPlan } from '../plan/agent-plan';
import { RenderedAgent } from '../render/render-agent';

/** What the objects of an agent are made from. */
export interface AgentSource {
  readonly owner: Construct;
  readonly names: AgentNames;
  readonly plan: AgentPlan;
  /** What was given, over what features set so far. */
  options(): AgentOptions;
  /** @param written whether it is to be written, so that late values in it are asked again */
  rendered(written?: boolean): RenderedAgent;
}
