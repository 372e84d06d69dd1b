import { AgentIdentity } from '../agent/agent-identity';
import type { AgentOptions } from '../agent/agent-options';
import type { AgentFile } from '../agent/container/agent-file';
import type { OwnContainerOptions } from '../agent/container/container-props';
import type { HostNamespace } from '../agent/host-namespace';
import type { NodeAgentProps } from '../agent/node-agent-props';
import type { IAgentFeature } from '../agent/plan/agent-feature';
import type { ClusterAgentOptions } from '../agent/replicas/cluster-agent-options';

/**
 * An agent that this library knows: what its program is, and the defaults it runs with. Log collectors, exporters and CSI drivers are all
 * made of this, and of nothing but the public API of agents.
 */
export interface Preset {
  /**
   * The program, as it calls itself: the label `app.kubernetes.io/name`, and the name of the container unless `container` gives another.
   */
  readonly application: string;
  readonly image: string;
  /** Defaults of the agent's own container. What the user says wins. */
  readonly container: Omit<OwnContainerOptions, 'image' | 'files'>;
  /** Defaults of everything else. What the user says wins. */
  readonly agent?: Omit<AgentOptions & ClusterAgentOptions, 'features' | 'hostNamespaces' | 'identity'>;
  /** Namespaces of the node that the program cannot work without. Those of the user are added. */
  readonly hostNamespaces?: readonly HostNamespace[];
  /** The configuration of the program: `AgentFile.produced` where it grows. Files of the user are added. */
  readonly files?: readonly AgentFile[];
  /** What the program needs of its pod, in this order. Features of the user come last, so that they see the rest. */
  readonly features?: readonly IAgentFeature[];
}

/** What a user may say of an agent that a preset makes: all of it is optional. */
export type PresetOptions = AgentOptions & ClusterAgentOptions & Partial<OwnContainerOptions>;

/** A preset, and over it what the user says. */
export function agentProps(preset: Preset, given: PresetOptions): NodeAgentProps & ClusterAgentOptions {
  const { application, image, container, agent, files = [], features = [], hostNamespaces = [] } = preset;
  return {
    ...{ containerName: application, identity: AgentIdentity.standard(application), image, ...agent, ...container },
    ...said(given),
    files: joined(files, given.files),
    // a namespace that the program needs keeps the program's reason
    hostNamespaces: joined(hostNamespaces, given.hostNamespaces, (mine, other) => mine.field === other?.field),
    features: joined(features, given.features),
  };
}

/** Neither undefined nor null takes a default away: each has an explicit value that does. */
export function said<T extends object>(given: T): Partial<T> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined && value !== null)) as Partial<T>;
}

/** Plain JavaScript lets something else than a list pass: the agent refuses it by its name. */
function joined<T>(own: readonly T[], given: T[] | undefined, isSame: (mine: T, other: T) => boolean = () => false): T[] {
  return Array.isArray(given) ? [...own, ...given.filter(each => !own.some(mine => isSame(mine, each)))] : given ?? [...own];
}
