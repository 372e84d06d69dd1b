import { Duration } from 'cdk8s';
import { CiliumSetup } from './cilium-setup';
import { CILIUM_DEFAULTS } from './defaults';
import { ENVOY_HEALTH_PORT, ENVOY_METRICS_PORT, ENVOY_SOCKETS, envoyBootstrap } from './envoy-bootstrap';
import { AgentFile } from '../../agent/container/agent-file';
import { EnvValue } from '../../agent/container/env-value';
import { HostPath, HostPathType } from '../../agent/container/host-path';
import { PodField } from '../../agent/container/pod-field';
import { Port } from '../../agent/container/port';
import { Probe } from '../../agent/container/probe';
import { Resources } from '../../agent/container/resources';
import { SecurityProfile } from '../../agent/container/security-profile';
import { MountPropagation } from '../../agent/container/volume-mount';
import { PodSecurityContext } from '../../agent/pod-security-context';
import { Rollout } from '../../agent/rollout';
import { fail } from '../../private/agent-error';
import { fixedValue, valueOf } from '../../private/default-row';
import { probeTimes } from '../../private/probe-times';
import type { CniSibling } from '../private/cni-program';
import { networkPreset } from '../private/network-preset';

const BOOTSTRAP = '/var/run/cilium/envoy/bootstrap-config.json';

/** The image of a release. Each release was tested with one Envoy, which its chart names. */
export function envoyImage(release: string, repository: string, given: string | undefined): string {
  if (given !== undefined) {return given;}
  const tags = fixedValue(CILIUM_DEFAULTS.envoyTags);
  const tag = tags[release];
  if (tag === undefined) {
    fail({
      code: 'unknown-network-version', what: 'the image of Envoy that belongs to this release of Cilium is not known here', given: release,
      allowed: `${Object.keys(tags).join(', ')}, or an \`image\``,
      fix: 'name `image` of CiliumEnvoy.daemonSet: it is `envoy.image` in the values of the chart of that release',
    });
  }
  return `${repository}/cilium-envoy:${tag}`;
}

/** cilium-envoy on every node of the agents. It rolls with them. */
export function envoyDaemonSet(setup: CiliumSetup, image: string): CniSibling {
  const { place: { cluster, apiServer }, loopback, hasAppArmorFields, securityOf, options: { ipv4 = true, ipv6 = false }, minor } = setup;
  const { resources, metricsPort = ENVOY_METRICS_PORT } = setup.envoy._options;
  const health = Port.undeclared('health', ENVOY_HEALTH_PORT, loopback);
  const check = (times: Parameters<typeof probeTimes>[0]) => Probe.http('/healthz', health, {
    host: loopback, ...probeTimes({ timeoutSeconds: 5, ...times }),
  });
  return {
    suffix: 'envoy',
    isOnEveryNode: true,
    preset: networkPreset({
      hostNetwork: 'packets of all pods of the node reach it there',
      preset: {
        application: 'cilium-envoy',
        image,
        files: [AgentFile.text(BOOTSTRAP, envoyBootstrap({ minor, ipv4, ipv6, metricsPort }))],
        container: {
          command: ['/usr/bin/cilium-envoy-starter'],
          args: ['--', `-c ${BOOTSTRAP}`, '--base-id 0', '--log-level info'],
          env: {
            ...apiServer, K8S_NODE_NAME: EnvValue.field(PodField.NODE_NAME), CILIUM_K8S_NAMESPACE: EnvValue.field(PodField.POD_NAMESPACE),
          },
          ports: [health, Port.container('envoy-metrics', metricsPort)],
          hostPaths: [
            HostPath.readWrite(ENVOY_SOCKETS, { type: HostPathType.DIRECTORY_OR_CREATE }),
            HostPath.readOnly('/var/run/cilium/envoy/artifacts', { type: HostPathType.DIRECTORY_OR_CREATE }),
            HostPath.readWrite('/sys/fs/bpf', { propagation: MountPropagation.HOST_TO_CONTAINER, type: HostPathType.DIRECTORY_OR_CREATE }),
          ],
          resources: resources ?? Resources.of(fixedValue(CILIUM_DEFAULTS.envoyResources)),
          securityContext: securityOf('cilium-envoy'),
          startupProbe: check({ initialDelaySeconds: 5, periodSeconds: 2, failureThreshold: 105 }),
          livenessProbe: check({ periodSeconds: 30, failureThreshold: 10 }),
          readinessProbe: check({ periodSeconds: 30 }),
        },
        agent: {
          rollout: Rollout.count(valueOf(CILIUM_DEFAULTS.rollout, cluster)),
          terminationGracePeriod: Duration.seconds(valueOf(CILIUM_DEFAULTS.gracePeriodSeconds, cluster)),
          ...hasAppArmorFields && { podSecurityContext: PodSecurityContext.of({ appArmor: SecurityProfile.unconfined() }) },
        },
        features: [{
          contribute: plan => {
            plan.rollOn({ text: () => setup.content });
            plan.addPodLabel('k8s-app', 'cilium-envoy');
            if (!hasAppArmorFields) {plan.addPodAnnotation('container.apparmor.security.beta.kubernetes.io/cilium-envoy', 'unconfined');}
          },
        }],
      },
    }, cluster),
  };
}
