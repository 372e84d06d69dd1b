import { Chart } from 'cdk8s';
import { objectOf, testChart } from './golden';
import { CsiController, CsiDriver, CsiNodePlugin, CsiWindowsNodePlugin } from '../../src';

/** What a driver becomes: the pod of each place where it runs, their first containers, which are its program, and all objects. */
export function writtenOf(driver: CsiDriver, configure: (chart: Chart) => void = () => {}): any {
  const chart = testChart();
  configure(chart);
  new CsiNodePlugin(chart, 'node', { driver });
  if (driver._options.controller) {new CsiController(chart, 'controller', { driver });}
  if (driver._options.windows) {new CsiWindowsNodePlugin(chart, 'windows', { driver });}
  const podOf = (kind: string, name: string) => objectOf(chart, kind, name)?.spec.template.spec;
  const [pod, controllerPod, windowsPod] = [podOf('DaemonSet', 'node'), podOf('Deployment', 'controller'), podOf('DaemonSet', 'windows')];
  return {
    pod, controllerPod, windowsPod, node: pod.containers[0], controller: controllerPod?.containers[0], windows: windowsPod?.containers[0],
    object: objectOf(chart, 'CSIDriver').spec, objects: chart.toJson(),
  };
}

/** The values of variables. */
export const envOf = ({ env }: any) => Object.fromEntries(env.map(({ name, value }: any) => [name, value]));

/** The paths of the node that a pod mounts. */
export const pathsOf = (pod: any): string[] => pod.volumes.flatMap(({ hostPath }: any) => (hostPath ? [hostPath.path] : []));

/** `kind verbs` of each rule about a resource. */
export const rulesOf = (objects: any[], about: string): string[] => objects.filter(({ rules }) => rules).flatMap(({ kind, rules }) =>
  rules.filter(({ resources }: any) => resources.includes(about)).map(({ verbs }: any) => `${kind} ${verbs.join()}`));
