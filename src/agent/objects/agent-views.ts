import { Construct } from 'constructs';
import { AgentStart } from './agent-maker';
import { AgentNames, constraintsName, ownPriorityClassName, workloadName } from './agent-names';
import { valueOf } from '../../private/default-row';
import { distinct } from '../../private/distinct';
import type { Finding } from '../../private/finding';
import { withDefaults } from '../../private/with-defaults';
import { AppState } from '../app/app-state';
import type { AgentFile } from '../container/agent-file';
import { AGENT_DEFAULTS } from '../defaults';
import type { AgentPlan } from '../plan/agent-plan';
import { planIn, podDefaultsOf } from '../plan/pool-view';
import { RenderedAgent, renderAgent } from '../render/render-agent';
import { openShiftAccessOf } from '../render/se-linux';
import { WorkloadOptions } from '../workload-options';

/** Admits the pods under these constraints alone: otherwise others that the account may use can come first, by their priority. */
const REQUIRED_CONSTRAINTS = 'openshift.io/required-scc';

/** An agent with a plan of its own. */
export interface Standing extends Omit<AgentStart, 'findings'> {
  readonly plan: AgentPlan;
}

/** What is worked out once for the pods of a pool. */
interface View {
  readonly plan: () => AgentPlan;
  readonly rendered: () => RenderedAgent;
}

/** A ConfigMap with the files of some pods. */
export interface ConfigMapOfPods {
  readonly name: string;
  /** A pool that has it; undefined where the workload with the agent's own name does. */
  readonly pool?: string;
}

/**
 * An agent as the pods of each of its workloads have it: pools that have nothing of their own are as the workload with the agent's own
 * name.
 */
export class AgentViews {
  private readonly views = new Map<string | undefined, View>();

  public constructor(private readonly owner: Construct, private readonly names: AgentNames, private readonly agent: () => Standing) {}

  public plan(pool: string | undefined): AgentPlan {
    const { plan } = this.agent();
    return plan._parts.isEmpty ? plan : AppState.of(this.owner).derived(this.view(pool).plan);
  }

  /** What was given, over what features set so far. */
  public options(pool: string | undefined): WorkloadOptions {
    return withDefaults(this.agent().given, podDefaultsOf(this.plan(pool)));
  }

  /** @param written whether it is to be written, so that late values in it are asked again */
  public rendered(pool: string | undefined, written: boolean): RenderedAgent {
    const state = AppState.of(this.owner);
    const { rendered } = this.view(pool);
    const known = state.derived(rendered);
    return known.isLate && written ? state.derived(rendered, true) : known;
  }

  /** What is wrong with the pods, once where several have it. */
  public findings(): readonly Finding[] {
    const pools = this.pools();
    const found = pools.flatMap(pool => this.rendered(pool, false).findings);
    return pools.length === 1 ? found : [...distinct(found, each => each)];
  }

  /** One for each set of files. */
  public configMaps(): readonly ConfigMapOfPods[] {
    const { plan } = this.agent();
    if (plan._parts.isEmpty) {
      return plan._allContainers.some(({ _files }) => _files.some(file => file._isOwn)) ? [{ name: this.names.configMapName }] : [];
    }
    const all = this.pools().filter(pool => this.files(pool).length > 0).map(pool => ({ name: this.configMapName(pool), pool }));
    return all.filter(({ name }, index) => all.findIndex(other => other.name === name) === index);
  }

  /** A pool for each kind of pods. */
  private pools(): ReadonlyArray<string | undefined> {
    const { plan, own, placements = [own] } = this.agent();
    return [...new Set([...placements, ...plan._placements].map(({ suffix }) => plan._parts.differ(suffix) ? suffix : undefined))];
  }

  private view(pool: string | undefined): View {
    const { plan } = this.agent();
    const key = plan._parts.differ(pool) ? pool : undefined;
    const known = this.views.get(key);
    if (known !== undefined) {return known;}
    const made: View = { plan: () => planIn(this.agent().plan, key), rendered: () => this.render(key) };
    this.views.set(key, made);
    return made;
  }

  private files(pool: string | undefined): AgentFile[] {
    return this.plan(pool)._allContainers.flatMap(container => container._files.filter(file => file._isOwn));
  }

  private configMapName(pool: string | undefined): string {
    const { configMapName } = this.names;
    if (pool === undefined || this.agent().plan._parts.isEmpty) {return configMapName;}
    const [own, theirs] = [this.files(undefined), this.files(pool)];
    return own.length === theirs.length && own.every((file, index) => file === theirs[index])
      ? configMapName
      : `${workloadName(this.names, pool)}-config`;
  }

  private render(pool: string | undefined): RenderedAgent {
    const { names } = this;
    const { plan: whole, own } = this.agent();
    const plan = this.plan(pool);
    const options = this.options(pool);
    const account = options.serviceAccount;
    const isDefault = (account?.kind ?? valueOf(AGENT_DEFAULTS.serviceAccount, plan.cluster)) === 'default';
    const openShift = openShiftAccessOf(options, plan.cluster);
    const isNeeded = account?._always || openShift !== undefined || whole._allContainers.some(container => container._usesApi);
    return renderAgent(plan, options, {
      sharedLabels: names.sharedLabels,
      identityLabels: names.identity._selectorLabels(names.agentName),
      configMapName: this.configMapName(pool),
      // left out, an apply would keep the account of earlier pods
      serviceAccountName: isDefault ? undefined : isNeeded ? names.serviceAccountName : 'default',
      forbidAutomount: !isDefault,
      podAnnotations: openShift === undefined ? [] : [[REQUIRED_CONSTRAINTS, constraintsName(names, openShift)]],
      priorityClassName: options.priority === undefined
        ? valueOf(AGENT_DEFAULTS.priorityClassName, plan.cluster) : options.priority.className ?? ownPriorityClassName(names, options),
      grants: whole._allContainers.flatMap(container => container._grants),
      // what ends before the others start answers nobody
      ports: whole._allContainers.filter(container => container._role !== 'init').flatMap(container => container._ports),
    }, own.workload.definition);
  }
}
