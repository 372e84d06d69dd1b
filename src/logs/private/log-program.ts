import { Collector, LogSetup } from './collector';
import { LogPipeline } from './log-pipeline';
import { PodCheck } from './pod-check';
import { IAgentFeature } from '../../agent/plan/agent-feature';
import { LogCollector } from '../log-collector';
import { LogDestination } from '../log-destination';
import { LogFilter } from '../log-filter';
import { LogInput } from '../log-input';
import { LogPoolOptions } from '../log-pool-options';

/** A collector with what it reads and where it sends it: for all pods that share its configuration. */
export class LogProgram {
  public readonly collector: Collector;
  private readonly pipeline: LogPipeline;

  /**
   * @param pool the pool that it is for; absent for all that have no program of their own
   * @param own what the pool has of its own: nothing is added to that later
   */
  public constructor(
    collector: LogCollector, public readonly setup: LogSetup, public readonly pool?: string, private readonly own: LogPoolOptions = {},
  ) {
    this.collector = collector._for(setup);
    this.pipeline = new LogPipeline(this.collector, setup);
  }

  /** What it takes of the pods. */
  public get features(): IAgentFeature[] {
    return [this.pipeline, ...this.collector.preset.features ?? [], new PodCheck(this.collector, this.pipeline, this.setup.access)];
  }

  public addDestination(destination: LogDestination): void {
    if (this.own.destinations === undefined) {this.pipeline.addDestination(destination);}
  }

  public addFilter(filter: LogFilter): void {
    if (this.own.filters === undefined) {this.pipeline.addFilter(filter);}
  }

  public addInput(input: LogInput): void {
    if (this.own.inputs === undefined) {this.pipeline.addInput(input);}
  }
}
