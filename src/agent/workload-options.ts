import { Duration } from 'cdk8s';
import { AgentIdentity } from './agent-identity';
import { AgentNetworkPolicy } from './companions/agent-network-policy';
import { AgentService } from './companions/agent-service';
import { AgentServiceAccount } from './companions/agent-service-account';
import { OpenShiftAccess } from './companions/open-shift-access';
import { PrometheusMonitor } from './companions/prometheus-monitor';
import { ContainerProps } from './container/container-props';
import { Dns } from './dns';
import { HostNamespace } from './host-namespace';
import { IAgentFeature } from './plan/agent-feature';
import { PodSecurityContext } from './pod-security-context';
import { Priority } from './priority';

/**
 * Options common to every agent.
 */
export interface WorkloadOptions {
  /**
   * The name of the agent's objects. Never change it on a cluster: the old objects stay behind.
   *
   * @default - the id of the construct
   */
  readonly name?: string;

  /**
   * The namespace.
   *
   * @default - the namespace of the chart
   */
  readonly namespace?: string;

  /**
   * The labels by which the agent finds its pods. They can never change on an object that exists.
   *
   * @default - `app.kubernetes.io/name` says what the agent is, `app.kubernetes.io/instance` is the name of the object
   */
  readonly identity?: AgentIdentity;

  /**
   * How the agent ranks among the pods of its node.
   *
   * @default Priority.none() - a critical class would evict workloads at the first rollout, and some clusters refuse it outside kube-system
   */
  readonly priority?: Priority;

  /**
   * Namespaces of the node that the agent shares.
   *
   * @default - the pod has namespaces of its own
   */
  readonly hostNamespaces?: HostNamespace[];

  /**
   * What holds for every container of the pod.
   *
   * @default PodSecurityContext.runtimeDefault() on Linux, nothing on Windows
   */
  readonly podSecurityContext?: PodSecurityContext;

  /**
   * The identity towards the Kubernetes API.
   *
   * @default AgentServiceAccount.whenNeeded()
   */
  readonly serviceAccount?: AgentServiceAccount;

  /**
   * How the pods are admitted and confined on OpenShift.
   *
   * @default OpenShiftAccess.own() where the platform of the TargetCluster is OpenShift, else nothing
   */
  readonly openShift?: OpenShiftAccess;

  /**
   * How names are resolved.
   *
   * @default Dns.cluster()
   */
  readonly dns?: Dns;

  /**
   * How long the containers may take to stop.
   *
   * @default - 30 seconds, by the API server
   */
  readonly terminationGracePeriod?: Duration;

  /**
   * Labels of the objects. The pods do not get them, so a change rolls nothing.
   *
   * @default - those of the identity alone
   */
  readonly labels?: { [key: string]: string };

  /**
   * Annotations of the objects. The pods do not get them, so a change rolls nothing.
   *
   * @default - the objects carry no annotation
   */
  readonly annotations?: { [key: string]: string };

  /**
   * Labels of the pods. They are no part of the selector. A change rolls the agent.
   *
   * @default - those of the identity alone
   */
  readonly podLabels?: { [key: string]: string };

  /**
   * Annotations of the pods. A change rolls the agent.
   *
   * @default - the hash of the files, where there are any
   */
  readonly podAnnotations?: { [key: string]: string };

  /**
   * Whether a change of the files rolls the agent, by their hash as the annotation `checksum/config` of the pods. Without it running pods
   * see new files after a minute or so, all nodes at once, and most programs do not look again.
   *
   * @default true
   */
  readonly rollOnFileChange?: boolean;

  /**
   * Secrets with credentials for the registry.
   *
   * @default - the registry is asked without credentials, or with those of the node
   */
  readonly imagePullSecrets?: string[];

  /**
   * The runtime class of the pods.
   *
   * @default - the runtime of the node
   */
  readonly runtimeClassName?: string;

  /**
   * Whether the processes of the containers see each other.
   *
   * @default - they do not
   */
  readonly shareProcessNamespace?: boolean;

  /**
   * Whether the addresses of every Service of the namespace become environment variables.
   *
   * @default - they do, by the API server
   */
  readonly enableServiceLinks?: boolean;

  /**
   * Whether root in the containers is root on the node. `false` needs Kubernetes 1.33 and no host namespace.
   *
   * @default - it is
   */
  readonly hostUsers?: boolean;

  /**
   * Containers that run next to the agent's own.
   *
   * @default - the agent's own container runs alone
   */
  readonly containers?: ContainerProps[];

  /**
   * Containers that run to their end before the agent's own starts, in this order.
   *
   * @default - the agent's own container starts at once
   */
  readonly initContainers?: ContainerProps[];

  /**
   * Containers that start before the agent's own and run for as long as the pod does. Needs Kubernetes 1.29.
   *
   * @default - no container starts before the agent and stays
   */
  readonly sidecars?: ContainerProps[];

  /**
   * Services in front of the pods.
   *
   * @default - no Service leads to the agent
   */
  readonly services?: AgentService[];

  /**
   * How Prometheus scrapes the agent.
   *
   * @default - Prometheus does not scrape it
   */
  readonly monitors?: PrometheusMonitor[];

  /**
   * Who may talk to the agent.
   *
   * @default - everyone
   */
  readonly networkPolicies?: AgentNetworkPolicy[];

  /**
   * What contributes to the agent.
   *
   * @default - the agent is what its own options say
   */
  readonly features?: IAgentFeature[];

  /**
   * Whether the reasons for root, capabilities, privileges and host namespaces are written as annotations of the workload's object.
   *
   * @default false
   */
  readonly annotateReasons?: boolean;

  /**
   * Fields of the pod's spec in the spelling of the Kubernetes API, laid upon what is written here: maps merge, everything else is
   * replaced.
   *
   * @default - the pod is what the typed options say
   */
  readonly podOverrides?: { [field: string]: any };

  /**
   * Fields of the workload's spec in the spelling of the Kubernetes API, laid upon what is written here: maps merge, everything else is
   * replaced.
   *
   * @default - the workload is what the typed options say
   */
  readonly specOverrides?: { [field: string]: any };
}
