import { METAL_LB_DEFAULTS } from './defaults';
import { MetalLbProps } from './metal-lb-props';
import { controllerGrants } from './metal-lb-rules';
import { MetalLbSettings } from './metal-lb-settings';
import { addLabels, componentLabels, metricsOf } from './speaker';
import { CERTIFICATE, WEBHOOK_PORT, webhookObjects, WEBHOOKS } from './webhooks';
import { ContainerSecurity } from '../../agent/container/container-security';
import { EnvValue } from '../../agent/container/env-value';
import { PodField } from '../../agent/container/pod-field';
import { Port } from '../../agent/container/port';
import { Probe } from '../../agent/container/probe';
import { Resources } from '../../agent/container/resources';
import { Volume } from '../../agent/container/volume';
import { VolumeMount } from '../../agent/container/volume-mount';
import { NodeCoverage } from '../../agent/nodes/node-coverage';
import { Toleration } from '../../agent/nodes/toleration';
import { Priority } from '../../agent/priority';
import { ClusterWorkload } from '../../agent/replicas/cluster-workload';
import type { TargetCluster } from '../../agent/target-cluster';
import { Preset } from '../../presets/preset';
import { valueOf } from '../../private/default-row';
import { probeTimes } from '../../private/probe-times';
import { apiServerEnv } from '../private/api-server';

/** User and group of the image, as its manifest has them. */
const NOBODY = 65534;

/** The controller: gives Services their addresses, and checks objects of MetalLB when they are written. */
export function controllerPreset(given: MetalLbProps, settings: MetalLbSettings, name: string, cluster: TargetCluster): Preset {
  const { images, namespace, bgp, memberlist, memberlistSecret, healthPort, flags } = settings;
  const metrics = metricsOf(settings);
  const health = Port.undeclared('health', healthPort, '0.0.0.0');
  const { nodes, resources } = given.controller ?? {};
  const labels = componentLabels('controller');
  return {
    application: 'metallb-controller',
    image: images.controller,
    container: {
      containerName: 'controller',
      args: [...flags],
      env: {
        METALLB_POD_NAME: EnvValue.field(PodField.POD_NAME),
        METALLB_DEPLOYMENT: EnvValue.of(name),
        ...memberlist && { METALLB_ML_SECRET_NAME: EnvValue.of(memberlistSecret) },
        ...bgp.namespace !== undefined && { METALLB_BGP_TYPE: EnvValue.of(bgp.kind) },
        ...apiServerEnv(given.apiServer),
      },
      ports: [metrics.port, WEBHOOK_PORT, health],
      volumeMounts: [VolumeMount.of(Volume.secret('cert', CERTIFICATE), '/tmp/k8s-webhook-server/serving-certs', { readOnly: true })],
      resources: resources ?? Resources.of(valueOf(METAL_LB_DEFAULTS.controllerResources, cluster)),
      securityContext: ContainerSecurity.nonRoot(NOBODY),
      startupProbe: Probe.http('/healthz', health, probeTimes(valueOf(METAL_LB_DEFAULTS.startupProbe, cluster))),
      livenessProbe: Probe.http('/healthz', health),
      readinessProbe: Probe.http('/readyz', health),
      grants: controllerGrants(settings, { deployment: name, webhook: WEBHOOKS, certificate: CERTIFICATE }),
    },
    agent: {
      name,
      namespace,
      services: metrics.services,
      priority: Priority.systemClusterCritical(),
      nodes: nodes ?? NodeCoverage.linux({ tolerations: [Toleration.exists('CriticalAddonsOnly'), Toleration.controlPlane()] }),
      // there is no leader election: two of them would both give out addresses
      workload: ClusterWorkload.recreatedDeployment(),
    },
    features: [
      { contribute: plan => addLabels(plan, labels) },
      { contribute: metrics.contribute },
      { contribute: plan => webhookObjects(namespace, labels).forEach(object => plan.addObject(object)) },
    ],
  };
}
