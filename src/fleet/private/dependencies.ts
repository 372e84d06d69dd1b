import { ApiObject, Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';

/** A construct that is written after another one. */
interface Dependency {
  readonly source: IConstruct;
  readonly target: IConstruct;
}

/**
 * Makes explicit what cdk8s derives from dependencies between constructs: a chart is written after the charts in it and after the charts of
 * what its constructs depend on, an object after the objects of what it depends on.
 *
 * @param all every construct of the app, parents first
 * @returns whether a chart depends on another, in which case cdk8s numbers the files
 */
export function linkDependencies(all: readonly IConstruct[]): boolean {
  let hasDependentCharts = false;
  const link = (source: Chart, target: Chart) => {
    source.node.addDependency(target);
    hasDependentCharts = true;
  };
  for (const chart of all.filter(Chart.isChart)) {
    for (const child of chart.node.children.filter(Chart.isChart)) {link(chart, child);}
  }
  for (const { source, target } of dependenciesOf(all)) {
    const [from, to] = [Chart.of(source), Chart.of(target)];
    if (from !== to) {link(from, to);}
  }
  for (const { source, target } of dependenciesOf(all)) {
    // such an object depends on the other by itself
    if (ApiObject.isApiObject(source) && ApiObject.isApiObject(target)) {continue;}
    const targets = objectsOf(target);
    for (const before of objectsOf(source)) {
      before.node.addDependency(...targets.filter(each => each !== before));
    }
  }
  return hasDependentCharts;
}

function dependenciesOf(all: readonly IConstruct[]): Dependency[] {
  return all.flatMap(source => source.node.dependencies.map(target => ({ source, target })));
}

/** The objects at and below a construct that are of the same chart. */
function objectsOf(construct: IConstruct): ApiObject[] {
  const chart = Chart.of(construct);
  return construct.node.findAll().filter(ApiObject.isApiObject).filter(object => Chart.of(object) === chart);
}
