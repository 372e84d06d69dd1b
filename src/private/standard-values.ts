/**
 * Values that several tables of defaults share. A table of a domain cannot read the one of agents, which is not public.
 */

/** What a small agent reserves and may use. */
export const SMALL_AGENT = { cpu: '50m', memory: '64Mi', memoryLimit: '256Mi' } as const;

/** Requests and a limit, as tables of defaults have them. */
export interface UsualResources {
  readonly cpu?: string;
  readonly memory?: string;
  readonly memoryLimit?: string;
}

/** The same in words. */
export function resourcesText({ cpu, memory, memoryLimit }: UsualResources): string {
  const reserved = [...cpu === undefined ? [] : [`${cpu} of a processor`], ...memory === undefined ? [] : [`${memory} of memory`]].join(' and ');
  return `requests of ${reserved}, ${memoryLimit === undefined ? 'no limit of memory' : `a memory limit of ${memoryLimit}`}, no processor limit`;
}

/** Where kubelets keep their files unless they are set up otherwise. */
export const KUBELET_DIRECTORY = '/var/lib/kubelet';

/** Where systemd keeps a journal over a restart of the node. */
export const JOURNAL_DIRECTORY = '/var/log/journal';

/** The annotation of pods whose change rolls them: the hash of what they read. */
export const CONTENT_HASH = 'checksum/config';

/** The label that all pods of an agent have, in each of its workloads, with the name of the agent. */
export const AGENT_LABEL = 'cdk8s-node-agents/agent';
