import type { ApiObject, Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { EntryTarget, TargetedEntry } from './collection';
import { acknowledgedAbove } from '../../agent/app/check-settings';
import { clusterOf, nearestTarget } from '../../agent/app/target';
import { entriesOf } from '../../private/entry';
import type { Wire } from '../../private/wire';

/** By this cdk8s tells its objects, whichever copy of cdk8s made them: loading it for that would cost more than all else here. */
const API_OBJECT = Symbol.for('cdk8s.ApiObject');

/**
 * The objects of charts, in the order in which they are written, each with the construct that makes it. The app is checked on the way, as
 * synth does.
 */
export function readCharts(charts: readonly Chart[]): TargetedEntry[] {
  return charts.flatMap(chart => {
    const written = chart.toJson();
    const makers = makersIn(chart);
    return written.flatMap(object => {
      const maker: IConstruct = makers.get(idOf(object))?.shift() ?? chart;
      const target = targetOf(maker);
      return entriesOf(object, { constructPath: maker.node.path }).map(entry => ({ entry, target }));
    });
  });
}

/** Who makes which object of a chart, by what tells objects apart. Patches can change that, so it is read from what is written. */
function makersIn(chart: Chart): Map<string, IConstruct[]> {
  const makers = new Map<string, IConstruct[]>();
  for (const construct of chart.node.findAll()) {
    if (!(API_OBJECT in construct)) {continue;}
    const id = idOf((construct as unknown as ApiObject).toJson());
    makers.set(id, [...makers.get(id) ?? [], construct]);
  }
  return makers;
}

function idOf({ apiVersion, kind, metadata }: Wire): string {
  return [apiVersion, kind, metadata?.namespace, metadata?.name].join('\n');
}

/** Where an object goes, and what was said of what checks find in it: the nearest construct first. */
function targetOf(maker: IConstruct): EntryTarget {
  const target = nearestTarget<{ readonly kubernetesVersion: { readonly minor: number } }>(maker);
  return {
    cluster: clusterOf(maker),
    ...target && { minor: target.kubernetesVersion.minor },
    acknowledged: acknowledgedAbove(maker),
  };
}
