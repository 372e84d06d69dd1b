import { App, Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { KubernetesVersion, TargetCluster } from '../../../src';

/** The objects that are written for a cluster of the newest Kubernetes. */
export function objectsOf(add: (chart: Construct) => void): any[] {
  const chart = new Chart(new App(), 'chart');
  TargetCluster.configure(chart, { kubernetesVersion: KubernetesVersion.V1_36 });
  add(chart);
  return chart.toJson();
}

/** A text of a ConfigMap. */
export function textOf(objects: readonly any[], name: string): string {
  const texts = objects.filter(({ kind }) => kind === 'ConfigMap').flatMap(({ data }) => data[name] ?? []);
  if (texts.length !== 1) {throw new Error(`there are ${texts.length} texts ${name}`);}
  return texts[0];
}

/** The pod of the only workload of a kind. */
export function podOf(objects: readonly any[], kind: string): any {
  const workloads = objects.filter(each => each.kind === kind);
  if (workloads.length !== 1) {throw new Error(`there are ${workloads.length} workloads ${kind}`);}
  return workloads[0].spec.template.spec;
}
