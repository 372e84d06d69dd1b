import * as fc from 'fast-check';
import { CsiDriver, CsiWindowsNodePlugin, KubernetesVersion, TargetCluster } from '../../src';
import { EVERY_CSI_DRIVER } from '../support/every-csi-driver';
import { codesOf, objectOf, testChart } from '../support/golden';
import { randomAwsDriver } from '../support/random/csi-aws';
import { randomOtherDriver } from '../support/random/csi-clouds';
import { runs } from '../support/runs';

/** Fields of a pod that the API server refuses where `os.name` is windows, and those that Windows has no use for. */
const OF_PODS = ['hostPID', 'hostIPC', 'hostUsers', 'shareProcessNamespace', 'runtimeClassName', 'resources'];
/** All that a security context of Windows can hold. */
const OF_CONTEXTS = ['windowsOptions', 'runAsNonRoot'];
const LINUX_PATH = /(^|[=\s:'"])\/(?:var|dev|etc|proc|run|sys|usr|csi|registration|lib|opt)\b/;
/** Where the token is on Windows, too. */
const TOKEN = '/var/run/secrets/kubernetes.io/serviceaccount';

function linuxFieldsOf(pod: any): string[] {
  const containers = [...pod.initContainers ?? [], ...pod.containers];
  const contextFields = (context: object = {}) => Object.keys(context).filter(field => !OF_CONTEXTS.includes(field));
  const texts = containers.flatMap(({ command = [], args = [], env = [], volumeMounts = [] }: any) => [
    ...command, ...args, ...env.flatMap(({ value }: any) => value ?? []), ...volumeMounts.map(({ mountPath }: any) => mountPath),
  ]);
  return [
    ...OF_PODS.filter(field => pod[field] !== undefined),
    ...contextFields(pod.securityContext), ...containers.flatMap(({ securityContext }: any) => contextFields(securityContext)),
    ...containers.flatMap(({ volumeMounts = [] }: any) =>
      volumeMounts.filter((mount: any) => mount.mountPropagation !== undefined).map(() => 'mountPropagation')),
    ...(pod.volumes ?? []).flatMap(({ hostPath, emptyDir }: any) => [
      ...hostPath !== undefined && hostPath.path.startsWith('/') ? [hostPath.path] : [],
      ...emptyDir?.medium === 'Memory' ? ['emptyDir.medium'] : [],
    ]),
    ...texts.filter((text: string) => LINUX_PATH.test(text) && text !== TOKEN),
  ];
}

function podOf(driver: CsiDriver, kubernetesVersion: KubernetesVersion = KubernetesVersion.V1_36): any {
  const chart = testChart();
  TargetCluster.configure(chart, { kubernetesVersion });
  new CsiWindowsNodePlugin(chart, 'windows', { driver });
  return objectOf(chart, 'DaemonSet').spec.template.spec;
}

const onWindows = Object.entries(EVERY_CSI_DRIVER).filter(([, driver]) => driver()._options.windows !== undefined);

test.each(onWindows)('pods of %s on Windows carry no field and no path of Linux', (_, driver) => {
  for (const version of [KubernetesVersion.V1_28, KubernetesVersion.V1_36]) {
    const pod = podOf(driver(), version);
    expect(linuxFieldsOf(pod)).toEqual([]);
    expect([pod.os, pod.nodeSelector['kubernetes.io/os'], pod.hostNetwork, pod.securityContext.windowsOptions.hostProcess]).toEqual([
      { name: 'windows' }, 'windows', true, true,
    ]);
  }
});

test('pods of Windows carry none with any options of a driver', () => {
  fc.assert(fc.property(fc.oneof(randomAwsDriver, randomOtherDriver).filter(({ _options }) => _options.windows !== undefined), driver => {
    expect(linuxFieldsOf(podOf(driver))).toEqual([]);
  }), { numRuns: runs(60) });
});

test('the test finds what pods of Linux carry', () => {
  expect(linuxFieldsOf({
    hostPID: true, securityContext: { fsGroup: 0 }, containers: [{ args: ['--a=/var/lib/kubelet'], securityContext: { privileged: true } }],
  }))
    .toEqual(['hostPID', 'fsGroup', 'privileged', '--a=/var/lib/kubelet']);
});

test.each(Object.entries(EVERY_CSI_DRIVER).filter(([, driver]) => driver()._options.windows === undefined))('%s has no program for '
  + 'HostProcess containers, and is refused', (_, driver) => {
  const chart = testChart();
  new CsiWindowsNodePlugin(chart, 'windows', { driver: driver() });
  expect(codesOf(chart)).toEqual(['[test/windows] csi-driver-not-for-windows']);
});
