import { Duration } from 'cdk8s';
import { controllerRules, typhaRules } from './calico-rules';
import { CALICO_DEFAULTS } from './defaults';
import { AgentService } from '../../agent/companions/agent-service';
import { ContainerSecurity } from '../../agent/container/container-security';
import { EnvValue } from '../../agent/container/env-value';
import { Port } from '../../agent/container/port';
import { Probe } from '../../agent/container/probe';
import { Resources } from '../../agent/container/resources';
import { Dns } from '../../agent/dns';
import { HostNamespace } from '../../agent/host-namespace';
import { NodeCoverage } from '../../agent/nodes/node-coverage';
import { TaintEffect, Toleration } from '../../agent/nodes/toleration';
import { Priority } from '../../agent/priority';
import { ClusterWorkload } from '../../agent/replicas/cluster-workload';
import { fixedValue } from '../../private/default-row';
import { probeTimes } from '../../private/probe-times';
import type { CniPlace, CniSibling, Variables } from '../private/cni-program';
import { grantsOf } from '../private/rbac-rules';

/** Nodes of the control plane, and nodes that are set aside for add-ons. Not every taint: a drained node would get the pod back at once. */
const ADD_ON_TOLERATIONS = [Toleration.exists('CriticalAddonsOnly'), Toleration.controlPlane()];

const ownUser = () => ContainerSecurity.of({ runAsNonRoot: true, allowPrivilegeEscalation: false, dropCapabilities: ['ALL'] });

/** calico-kube-controllers: removes the addresses and objects of nodes and namespaces that are gone. */
export function kubeControllers(image: string, minor: string): CniSibling {
  const check = (flag: string, times: Parameters<typeof probeTimes>[0]) => Probe.exec(
    ['/usr/bin/check-status', flag], probeTimes({ timeoutSeconds: 10, ...times }),
  );
  return {
    suffix: 'kube-controllers',
    preset: {
      application: 'calico-kube-controllers',
      image,
      container: {
        env: { ENABLED_CONTROLLERS: EnvValue.of('node,loadbalancer'), DATASTORE_TYPE: EnvValue.of('kubernetes') },
        resources: Resources.of(fixedValue(CALICO_DEFAULTS.controllerResources)),
        securityContext: ownUser(),
        livenessProbe: check('-l', { initialDelaySeconds: 10, failureThreshold: 6 }),
        readinessProbe: check('-r', {}),
        grants: grantsOf(controllerRules(minor)),
      },
      agent: {
        priority: Priority.systemClusterCritical(),
        nodes: NodeCoverage.linux({ tolerations: ADD_ON_TOLERATIONS }),
        // two of them would both give addresses free
        workload: ClusterWorkload.recreatedDeployment(),
      },
    },
  };
}

const TYPHA_PORT = 5473;
/** How long Typha takes to move its clients to other pods, one after the other. */
const TYPHA_SHUTDOWN_SECONDS = 300;

/** A Typha. */
export interface TyphaSettings {
  readonly image: string;
  readonly replicas: number;
  readonly minor: string;
  /** Variables that it has in common with calico-node. */
  readonly variables: Variables;
}

/**
 * Typha: watches the API server once for many nodes. Nodes have no network before it runs, so it runs on the network of the node and
 * tolerates every taint.
 */
export function typha({ image, replicas, minor, variables }: TyphaSettings, { apiServer }: CniPlace): CniSibling {
  const port = Port.container('calico-typha', TYPHA_PORT);
  const health = Port.undeclared('health', 9098, 'localhost');
  return {
    suffix: 'typha',
    preset: {
      application: 'calico-typha',
      image,
      container: {
        env: {
          ...apiServer,
          ...variables,
          TYPHA_CONNECTIONREBALANCINGMODE: EnvValue.of('kubernetes'),
          TYPHA_DATASTORETYPE: EnvValue.of('kubernetes'),
          TYPHA_HEALTHENABLED: EnvValue.of('true'),
          TYPHA_LOGFILEPATH: EnvValue.of('none'),
          TYPHA_LOGSEVERITYSCREEN: EnvValue.of('info'),
          TYPHA_LOGSEVERITYSYS: EnvValue.of('none'),
          TYPHA_SHUTDOWNTIMEOUTSECS: EnvValue.of(String(TYPHA_SHUTDOWN_SECONDS)),
        },
        ports: [port],
        resources: Resources.of(fixedValue(CALICO_DEFAULTS.typhaResources)),
        securityContext: ownUser(),
        livenessProbe: Probe.http('/liveness', health, {
          host: 'localhost', ...probeTimes({ initialDelaySeconds: 30, periodSeconds: 30, timeoutSeconds: 10, failureThreshold: 6 }),
        }),
        readinessProbe: Probe.http('/readiness', health, { host: 'localhost', ...probeTimes({ timeoutSeconds: 10 }) }),
        grants: grantsOf(typhaRules(minor)),
      },
      agent: {
        replicas,
        priority: Priority.systemClusterCritical(),
        dns: Dns.node(),
        nodes: NodeCoverage.linux({
          tolerations: [
            Toleration.exists('CriticalAddonsOnly'), Toleration.effect(TaintEffect.NO_SCHEDULE), Toleration.effect(TaintEffect.NO_EXECUTE),
          ],
        }),
        services: [AgentService.clusterIp([port])],
        terminationGracePeriod: Duration.seconds(TYPHA_SHUTDOWN_SECONDS),
      },
      hostNamespaces: [HostNamespace.network('nodes reach it before they have a network for pods')],
    },
  };
}
