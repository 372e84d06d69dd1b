import type { CommandSpec, OptionSpec } from '../options';

const NODES: OptionSpec = { value: 'FILE', about: 'the nodes: what `kubectl get nodes -o json` writes; - for standard input' };
const PODS: OptionSpec = { value: 'FILE', about: 'the pods of the cluster: what `kubectl get pods -A -o json` writes' };
const AGENT: OptionSpec = { value: 'NAMESPACE/NAME', about: 'this DaemonSet alone; its name is enough where no other has it' };
const FORMAT: OptionSpec = { value: 'FORMAT', about: 'text for people, json for programs', choices: ['text', 'json'] };

/** The commands, in the order in which they are told of. */
export const COMMANDS: readonly CommandSpec[] = [
  {
    name: 'check',
    summary: 'find what the API server would refuse, and what works until it hurts',
    finds: 'findings at or above --fail-on that nobody acknowledged',
    options: {
      'kubernetes-version': { value: '1.30', about: 'the oldest Kubernetes that gets the objects; the newest one known if left out' },
      'nodes': { value: 'FILE', about: 'the nodes, for checks that depend on them: what `kubectl get nodes -o json` writes' },
      'format': { value: 'FORMAT', about: 'text, json, sarif for code scanning, github for annotations of a workflow', choices: ['text', 'json', 'sarif', 'github'] },
      'fail-on': { value: 'LEVEL', about: 'the least level that fails', choices: ['error', 'warning'] },
    },
  },
  {
    name: 'explain',
    summary: 'say on which nodes each DaemonSet runs, and why it does not run on the others',
    details: 'Nodes and running pods among the input count where --nodes or --pods is left out: `kubectl get nodes,ds,pods -A -o json` is enough.',
    options: { nodes: NODES, pods: PODS, agent: AGENT, node: { value: 'NAME', about: 'this node alone' }, format: FORMAT },
  },
  {
    name: 'rollout',
    summary: 'say how the update of each DaemonSet goes through the nodes, and where it stops',
    details: 'Nodes and running pods among the input count where --nodes or --pods is left out.',
    finds: 'a rollout that stalls, or that the API server would refuse',
    options: {
      nodes: NODES, pods: PODS, agent: AGENT,
      from: { value: 'OLD.yaml', about: 'the DaemonSets as they are now; if left out, they differ in nothing but the image' },
      format: FORMAT,
    },
  },
  {
    name: 'admission',
    summary: 'say which level of the Pod Security Standards the pods of each object meet',
    finds: 'pods that a namespace among the input would refuse',
    options: {
      'pod-security-version': { value: 'v1.30', about: 'the version of the standards: v1.N or latest; latest if left out' },
      'format': FORMAT,
    },
  },
];
