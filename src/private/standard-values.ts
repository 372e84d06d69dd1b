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
  const reserved = [
    ...cpu === undefined ? [] : [`${cpu} of a processor`], ...memory === undefined ? [] : [`${memory} of memory`],
  ].join(' and ');
  return `requests of ${reserved}, ${memoryLimit === undefined ? 'no limit of memory' : `a memory limit of ${memoryLimit}`}, no processor `
    + 'limit';
}

/** Which machines of EKS an agent leaves out, in words. */
export function leftOutText(leftOut: { readonly eksAutoMode?: boolean; readonly eksHybridNodes?: boolean }): string {
  const more = [...leftOut.eksAutoMode ? ['EKS Auto Mode'] : [], ...leftOut.eksHybridNodes ? ['EKS Hybrid Nodes'] : []];
  return ['not on Fargate and virtual-kubelet', ...more.length === 0 ? [] : [`nor on ${more.join(' and ')}`]].join(', ');
}

/** Where kubelets keep their files unless they are set up otherwise. */
export const KUBELET_DIRECTORY = '/var/lib/kubelet';

/** Where systemd keeps a journal over a restart of the node. */
export const JOURNAL_DIRECTORY = '/var/log/journal';

/** The annotation of pods whose change rolls them: the hash of what they read. */
export const CONTENT_HASH = 'checksum/config';

/** The label that all pods of an agent have, in each of its workloads, with the name of the agent. */
export const AGENT_LABEL = 'cdk8s-node-agents/agent';

/** The labels that say what an agent is, and which one it is: on its pods and on its objects. */
export const IDENTITY_LABELS = { application: 'app.kubernetes.io/name', instance: 'app.kubernetes.io/instance' } as const;
