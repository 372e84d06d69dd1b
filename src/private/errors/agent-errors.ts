import type { ErrorEntry } from './error-entry';
import { OLDEST_MINOR } from '../oldest-minor';

/** What an agent, its objects and its neighbours cannot be, and what was said in a form that cannot be read. */
export const AGENT_ERRORS = {
  'contradicting-pod-security': {
    summary: 'A namespace is asked for two things that exclude each other.',
    why: 'A label of Pod Security and a property of AgentNamespace say different things of the same level or version, and one of them '
      + 'would be ignored in silence.',
    fix: 'Leave out one of them.',
    refusedBy: 'library',
  },
  'empty-grant': {
    summary: 'A grant allows nothing.',
    why: 'The API server refuses a rule without resources or verbs; a list of names that is empty would mean every object.',
    fix: 'Name at least one resource and one verb, and an object where names are given.',
    refusedBy: 'api-server',
  },
  'empty-node-pool': {
    summary: 'No node can be in a pool.',
    why: 'The pools before it take all nodes that it asks for, or what it asks for contradicts itself or the nodes of the agent: its '
      + 'DaemonSet would never have a pod, and what is different there would reach no node.',
    fix: 'List pools that ask for fewer nodes first, or change the nodes that the pool asks for.',
    refusedBy: 'never-works',
  },
  'empty-node-term': {
    summary: 'A node term has no condition.',
    why: 'A term without a condition matches no node at all: the agent would run nowhere, without any error.',
    fix: 'Name a label, or use NodeCoverage.linux() for every node.',
    refusedBy: 'never-works',
  },
  'feature-error': {
    summary: 'A feature cannot do what it was asked to.',
    why: 'The feature itself says so, through AgentPlan.addError or in a check, or it failed.',
    fix: 'Change what the feature was given.',
    refusedBy: 'library',
  },
  'field-too-new': {
    summary: 'A field is newer than the oldest cluster that gets the YAML.',
    why: 'Older API servers drop the field or refuse the object, depending on who applies it.',
    fix: 'Follow the alternative in the message, or raise kubernetesVersion with TargetCluster.configure when the oldest cluster is there.',
    refusedBy: 'api-server',
  },
  'file-collision': {
    summary: 'Two objects of an app are written to one file.',
    why: 'With a file for each object, cdk8s names files by kind and name alone: the second object replaces the first, and no cluster ever '
      + 'gets it.',
    fix: 'Write a folder for each chart, or a file for each chart.',
    refusedBy: 'library',
  },
  'grant-without-account': {
    summary: 'A container is granted something, but the agent writes no service account.',
    why: 'A role is bound to a service account; without one the grant reaches nobody.',
    fix: 'Leave out `serviceAccount`, or name the account.',
    refusedBy: 'library',
  },
  'invalid-field': {
    summary: 'A value written in the spelling of the Kubernetes API has the wrong type, stands twice, or is refused in an agent.',
    why: 'The API server refuses the object.',
    fix: 'Use the type that docs/coverage.md names.',
    refusedBy: 'api-server',
  },
  'invalid-label': {
    summary: 'The key or the value of a label, taint or node selector breaks the rules.',
    why: 'The API server refuses the object; in a node affinity of an older server the term silently matches no node.',
    fix: 'Copy keys and values from `kubectl get nodes --show-labels`, or write what the message proposes.',
    refusedBy: 'api-server',
  },
  'invalid-node-pool': {
    summary: 'An agent cannot be divided into these pools.',
    why: 'Two pools of one name would be one object. The nodes of a pool are taken out of the others by the opposite of its conditions, '
      + 'and Gt and Lt have none: a label that is absent or no number meets neither. Terms that an override or a patch wrote may select '
      + 'nodes of other pools, which then have two pods. DaemonSets whose selectors have a pod in common adopt each other\'s pods. And all '
      + 'pools have the program, ports and probes of the agent, by which Services and monitors find them.',
    fix: 'Give the nodes of each pool a label of their own, and ask for its value with NodeCoverage.labelled. Where labels are given one '
      + 'by one, give each pool an `identity`. Use a second agent for another program.',
    refusedBy: 'library',
  },
  'invalid-monitor': {
    summary: 'A monitor cannot scrape this way.',
    why: 'The custom resource definition, or Prometheus itself, refuses it.',
    fix: 'See the message.',
    refusedBy: 'api-server',
  },
  'invalid-name': {
    summary: 'A name breaks the rules for its kind: object, container, volume, port, environment variable or file.',
    why: 'The API server refuses the whole object, and the message names a line of generated YAML.',
    fix: 'Write the name that the message proposes, or another one within the rules it states.',
    refusedBy: 'api-server',
  },
  'invalid-pattern': {
    summary: 'A regular expression is not valid in the dialect of the program that reads it: RE2 for programs written in Go, Onigmo for '
      + 'Fluent Bit.',
    why: 'Programs written in Go compile their patterns when they start, so that a mistake is a crash loop on every node; Fluent Bit drops '
      + 'the parser and ships lines unparsed.',
    fix: 'The message says what is wrong. RE2 does without look-ahead, look-behind and back-references.',
    refusedBy: 'never-works',
  },
  'invalid-disruption-budget': {
    summary: 'A disruption budget would stop every drain, or is no number of pods.',
    why: 'A drain waits until the budget allows it to evict the pod. Where it never does, the node cannot be drained or upgraded.',
    fix: 'Use DisruptionBudget.maxUnavailable(1), or fewer pods in minAvailable than there are replicas.',
    refusedBy: 'never-works',
  },
  'invalid-replicas': {
    summary: 'A number of replicas is no whole number, or contradicts an autoscaler.',
    why: 'The API server refuses negative and fractional numbers, and an apply with a number would undo what an autoscaler did.',
    fix: 'Set a whole number from 0, or `autoscaled` without `replicas`.',
    refusedBy: 'api-server',
  },
  'invalid-rollout': {
    summary: 'A rollout cannot proceed by the given amount.',
    why: 'The API server refuses percentages above 100 % and a budget of nothing.',
    fix: 'Use a whole number of percent from 1 to 100, or of nodes from 1.',
    refusedBy: 'api-server',
  },
  'invalid-shard': {
    summary: 'A part of a fleet cannot be written by itself.',
    why: 'Clusters would be missing in what all jobs write together, or one job would replace the files of another.',
    fix: 'Number the parts from 1, write a file for each chart or object, and make the same charts in every job where charts depend on '
      + 'each other.',
    refusedBy: 'library',
  },
  'invalid-toleration': {
    summary: 'A toleration cannot match any taint.',
    why: 'The API server refuses it.',
    fix: 'Copy key and value of the taint from `kubectl get node -o yaml`.',
    refusedBy: 'api-server',
  },
  'missing-namespace': {
    summary: 'An agent with grants has no namespace.',
    why: 'A role is bound to a service account of a namespace; without one the API server refuses the binding.',
    fix: 'Give the chart a namespace.',
    refusedBy: 'api-server',
  },
  'missing-reason': {
    summary: 'Something dangerous is asked for without a reason.',
    why: 'Root, capabilities, privileges and host namespaces are what a reviewer asks about first; the reason is shown by reports, '
      + 'annotations and linters.',
    fix: 'Say in one line of at least three words what the agent needs it for, without `=`.',
    refusedBy: 'library',
  },
  'missing-rest-pool': {
    summary: 'Some nodes of an agent are in none of its pools.',
    why: 'They would get no pod, and nothing would say so: a DaemonSet runs where its node selector says, and the rollout of each pool is '
      + 'complete.',
    fix: 'Add NodePool.rest(), or take the other nodes out of `nodes` of the agent.',
    refusedBy: 'library',
  },
  'monitor-without-service': {
    summary: 'A ServiceMonitor has no Service to find the agent by.',
    why: 'Prometheus would find no target and say nothing.',
    fix: 'Add AgentService.headless, or use PrometheusMonitor.podMonitor.',
    refusedBy: 'never-works',
  },
  'name-collision': {
    summary: 'Two constructs make an object of the same kind, name and namespace.',
    why: 'The second overwrites the first, and both agents fight over it at every apply.',
    fix: 'Give one of them another `name`. Charts for different clusters get a TargetCluster each.',
    refusedBy: 'never-works',
  },
  'patch-failed': {
    summary: 'A JSON patch cannot be applied.',
    why: 'A patch replaces and removes only what is there.',
    fix: 'Print the object without the patch to see its paths.',
    refusedBy: 'library',
  },
  'reserved-label': {
    summary: 'A label of the selector is set to another value.',
    why: 'The selector would no longer match the pods, which the API server refuses.',
    fix: 'Use another key, or set `identity` before the agent first reaches a cluster.',
    refusedBy: 'api-server',
  },
  'rollout-cannot-finish': {
    summary: 'A rollout of a CSI node plugin starts new pods next to old ones that hold what both need.',
    why: 'The API server accepts it. The new pods stay Pending on a port that is taken, or exit on a locked database, and the rollout '
      + 'stands still at the first nodes.',
    fix: 'Use Rollout.percent, Rollout.count or Rollout.onDelete.',
    refusedBy: 'never-works',
  },
  'selector-mismatch': {
    summary: 'The selector of a workload does not match the labels of its pods.',
    why: 'The API server refuses the workload.',
    fix: 'Set both with `identity`, and patch neither.',
    refusedBy: 'api-server',
  },
  'target-cluster-late': {
    summary: 'The target cluster is set after agents were made, or twice.',
    why: 'The agents made before would have been written for another cluster.',
    fix: 'Call TargetCluster.configure once, right after the app or chart is made.',
    refusedBy: 'library',
  },
  'unknown-feature-flag': {
    summary: 'There is no feature flag of this name in this release.',
    why: 'A misspelt flag would change nothing, in silence.',
    fix: 'Remove it. docs/feature-flags.md lists those of each release.',
    refusedBy: 'library',
  },
  'unknown-platform': {
    summary: 'There is no platform of this name.',
    why: 'Nothing is known of its nodes, and an agent would be written as if they were ordinary ones.',
    fix: 'Name one of docs/platforms.md, or describe your own with `NodePlatform.of`.',
    refusedBy: 'library',
  },
  'unknown-field': {
    summary: 'The Kubernetes API has no field of the given name.',
    why: 'Depending on who applies it, the field is dropped in silence or the object is refused.',
    fix: 'Use the name that the message proposes, or look it up in docs/coverage.md.',
    refusedBy: 'api-server',
  },
  'unknown-option': {
    summary: 'There is no option of this name.',
    why: 'The compiler tells in typed languages; plain JavaScript would pass a misspelt option by in silence.',
    fix: 'Use the name that the message proposes, or look it up in the API reference.',
    refusedBy: 'library',
  },
  'unknown-port': {
    summary: 'A monitor, policy or gRPC probe asks a port that no container declares, or a Service or policy leads to one that listens on '
      + 'the loopback address alone.',
    why: 'The API server accepts it, and nothing is ever reached.',
    fix: 'Add the port to a container. Keep it in a variable and use it in both places.',
    refusedBy: 'never-works',
  },
  'unset-value': {
    summary: 'A value that is needed is not set.',
    why: 'What is unset in a list or map would be left out in silence: a selector would select more, a grant would reach every object.',
    fix: 'Set the value, or leave out what needs it. An environment variable that is not set is undefined.',
    refusedBy: 'library',
  },
  'unsupported-kubernetes-version': {
    summary: 'The target version of Kubernetes cannot be used.',
    why: `The library writes for Kubernetes 1.${OLDEST_MINOR} and newer.`,
    fix: 'Name the oldest minor among the clusters that get the YAML.',
    refusedBy: 'library',
  },
  'void-grant': {
    summary: 'A grant names what no request ever carries.',
    why: 'The rule is accepted and never matches: the agent is refused at run time.',
    fix: 'Use resources in lower case plural, API groups without a version, and the verbs of Kubernetes.',
    refusedBy: 'never-works',
  },
  'void-network-policy': {
    summary: 'A network policy limits neither incoming nor outgoing traffic.',
    why: 'It would select the pods and, depending on its types, shut them off without saying so.',
    fix: 'Name the ports that are open, or leave the policy out.',
    refusedBy: 'library',
  },
  'wrong-option': {
    summary: 'The value of an option is of another type than the option takes.',
    why: 'The compiler tells in typed languages; plain JavaScript would fail somewhere inside the library.',
    fix: 'Make the value as the message shows, or look the option up in the API reference.',
    refusedBy: 'library',
  },
  'wrong-scope': {
    summary: 'An object of an agent is said to have a namespace, or to have none, and its kind has it the other way.',
    why: 'The API server knows each kind in one way only: it would not find the object, or drop the namespace in silence.',
    fix: 'Leave `clusterScoped` out for the kinds of Kubernetes itself, and `namespace` for kinds whose objects have none.',
    refusedBy: 'library',
  },
} as const satisfies { [code: string]: ErrorEntry };
