import type { ErrorEntry } from './error-entry';

/** Codes that agents of the network can raise. */
export const NETWORK_ERRORS = {
  'dns-before-network': {
    summary: 'An agent that makes the network of a node asks the DNS of the cluster.',
    why: 'The DNS of the cluster is reached through the network that the agent has yet to make: it would wait for itself on every new '
      + 'node.',
    fix: 'Leave `dns` out, or use Dns.node() or Dns.custom().',
    refusedBy: 'never-works',
  },
  'invalid-api-server': {
    summary: 'The address of the API server cannot be used.',
    why: 'Clients put host and port together themselves, and reach nothing with a scheme, a path or brackets in between.',
    fix: 'Give a host name or an IP address, and the port by itself.',
    refusedBy: 'never-works',
  },
  'invalid-cidr': {
    summary: 'A range of addresses is not one, or of the wrong IP family.',
    why: 'Agents of the network refuse to start with it, or count addresses to the network that are not.',
    fix: 'Write the first address of the range and the length of its prefix: 10.244.0.0/16.',
    refusedBy: 'never-works',
  },
  'invalid-cni-configuration': {
    summary: 'The configuration of the network is not what CNI asks for.',
    why: 'The container runtime ignores it or fails with it, and the node stays not ready.',
    fix: 'Give JSON with cniVersion, name and a list of plugins, in a file that ends in .conflist.',
    refusedBy: 'never-works',
  },
  'invalid-network-option': {
    summary: 'An option of an agent of the network has a value that the agent refuses or ignores.',
    why: 'The agent would end at its start on every node.',
    fix: 'Use a value of the range in the message.',
    refusedBy: 'never-works',
  },
  'missing-api-server': {
    summary: 'An agent that takes the place of kube-proxy does not know where the API server is.',
    why: 'It would ask the Service `kubernetes`, which works only when the agent itself has made it work.',
    fix: 'Give `apiServer` with the address of a load balancer in front of the control plane, or one that each node serves.',
    refusedBy: 'never-works',
  },
  'missing-bootstrap-toleration': {
    summary: 'An agent that makes the network of a node does not tolerate the taints of a node without network.',
    why: 'A new node is tainted as not ready until its network works, and the agent that would make it work never starts there.',
    fix: 'Leave the tolerations of the coverage out, or tolerate NoSchedule.',
    refusedBy: 'never-works',
  },
  'privileged-with-capabilities': {
    summary: 'A container of an agent of the network is privileged and adds capabilities.',
    why: 'A privileged container has every capability: the list has no effect, and whoever reviews it takes the container for less than it '
      + 'is.',
    fix: 'Keep one of them: ContainerSecurity.privileged with a reason, or the capabilities that are needed.',
    refusedBy: 'library',
  },
  'unknown-network-version': {
    summary: 'The release of an agent of the network is not known, or its manifest is not known.',
    why: 'Containers, variables and rights differ between minors: a new image in an old manifest ends at its start on every node.',
    fix: 'Use a release of a minor that the message names.',
    refusedBy: 'library',
  },
  'unsupported-nodes': {
    summary: 'An agent would run on nodes for which it is not made.',
    why: 'Its image or its paths are for another operating system.',
    fix: 'Choose other nodes in `nodes`.',
    refusedBy: 'never-works',
  },
} as const satisfies { [code: string]: ErrorEntry };
