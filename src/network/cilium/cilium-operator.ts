import { operatorRules } from './cilium-rules';
import { CiliumSetup } from './cilium-setup';
import { CILIUM_DEFAULTS } from './defaults';
import { ContainerSecurity } from '../../agent/container/container-security';
import { EnvValue } from '../../agent/container/env-value';
import { PodField } from '../../agent/container/pod-field';
import { Port } from '../../agent/container/port';
import { Probe } from '../../agent/container/probe';
import { Resources } from '../../agent/container/resources';
import { Volume } from '../../agent/container/volume';
import { VolumeMount } from '../../agent/container/volume-mount';
import { Dns } from '../../agent/dns';
import { HostNamespace } from '../../agent/host-namespace';
import { NodeCoverage } from '../../agent/nodes/node-coverage';
import { Toleration } from '../../agent/nodes/toleration';
import { Priority } from '../../agent/priority';
import { PodSpread } from '../../agent/replicas/pod-spread';
import { fixedValue } from '../../private/default-row';
import { probeTimes } from '../../private/probe-times';
import type { CniSibling } from '../private/cni-program';
import { grantsOf } from '../private/rbac-rules';

/** Where the operator must be able to start: on nodes whose network it has yet to make work, but not on every tainted node. */
const BOOTSTRAP = [
  'node-role.kubernetes.io/control-plane', 'node.kubernetes.io/not-ready', 'node.cloudprovider.kubernetes.io/uninitialized',
];

/** cilium-operator: makes the custom resource definitions, gives nodes their addresses, and takes the start-up taint away. */
export function ciliumOperator(setup: CiliumSetup, configMap: string): CniSibling {
  const { options, minor, image, startupTaint, content, loopback, place: { apiServer } } = setup;
  const health = Port.host('health', 9234, { hostIp: loopback });
  const check = (times: Parameters<typeof probeTimes>[0]) => Probe.http('/healthz', health, {
    host: loopback, ...probeTimes({ timeoutSeconds: 3, ...times }),
  });
  return {
    suffix: 'operator',
    preset: {
      application: 'cilium-operator',
      image: image('operator-generic'),
      container: {
        command: ['cilium-operator-generic'],
        args: ['--config-dir=/tmp/cilium/config-map'],
        env: {
          ...apiServer, K8S_NODE_NAME: EnvValue.field(PodField.NODE_NAME), CILIUM_K8S_NAMESPACE: EnvValue.field(PodField.POD_NAMESPACE),
        },
        ports: [health, Port.container('prometheus', 9963)],
        volumeMounts: [VolumeMount.of(Volume.configMap('cilium-config-path', configMap), '/tmp/cilium/config-map', { readOnly: true })],
        resources: Resources.of(fixedValue(CILIUM_DEFAULTS.operatorResources)),
        securityContext: ContainerSecurity.of({ allowPrivilegeEscalation: false, dropCapabilities: ['ALL'] }),
        livenessProbe: check({ initialDelaySeconds: 60 }),
        readinessProbe: check({ periodSeconds: 5, failureThreshold: 5 }),
        grants: grantsOf(operatorRules(minor, options)),
      },
      agent: {
        replicas: options.operatorReplicas ?? 2,
        priority: Priority.systemClusterCritical(),
        dns: Dns.node(),
        nodes: NodeCoverage.linux({ tolerations: [...BOOTSTRAP, startupTaint].map(key => Toleration.exists(key)) }),
        spread: PodSpread.strictlyAcrossNodes(),
      },
      hostNamespaces: [HostNamespace.network('it runs before pods have a network')],
      features: [{
        contribute: plan => {
          plan.rollOn({ text: () => content });
          plan.addPodLabel('io.cilium/app', 'operator');
          if (options.bgpControlPlane) {
            plan.acknowledge({ id: 'rbac-too-broad', reason: 'as the chart of Cilium grants it, for the passwords of BGP sessions' });
          }
        },
      }],
    },
  };
}
