import { ApiObject, Chart, DependencyGraph, Names, YamlOutputType } from 'cdk8s';
import { writtenName } from '../../agent/app/written-metadata';

/** A file of manifests. */
export interface OutputFile {
  /** Relative to the output directory, with the extension. */
  readonly path: string;
  readonly objects: readonly ApiObject[];
}

/** How an app writes. */
export interface OutputFormat {
  readonly type: YamlOutputType;
  readonly extension: string;
  /** Whether charts are numbered, because one depends on another. */
  readonly isNumbered: boolean;
}

/** A chart, and what is written of it. */
export interface WrittenChart {
  readonly chart: Chart;
  /** Its number among all charts of the app. */
  readonly number: number;
  /** In the order of their dependencies, without those of charts in it. */
  readonly objects: readonly ApiObject[];
}

/** A chart, with its objects in order. */
export function writtenChart(chart: Chart, number: number): WrittenChart {
  const objects = new DependencyGraph(chart.node).topology().filter(ApiObject.isApiObject).filter(object => object.chart === chart);
  return { chart, number, objects };
}

/** The files of charts, under the names that cdk8s gives them. */
export function* outputFiles(charts: readonly WrittenChart[], { type, extension, isNumbered }: OutputFormat): Generator<OutputFile> {
  if (type === YamlOutputType.FILE_PER_APP) {
    // without a chart cdk8s writes no file at all
    if (charts.length > 0) {yield { path: `app${extension}`, objects: charts.flatMap(({ objects }) => objects) };}
    return;
  }
  for (const { chart, number, objects } of charts) {
    const name = `${isNumbered ? `${String(number).padStart(4, '0')}-` : ''}${Names.toDnsLabel(chart)}`;
    switch (type) {
      case YamlOutputType.FILE_PER_CHART:
        yield { path: `${name}${extension}`, objects };
        break;
      case YamlOutputType.FILE_PER_RESOURCE:
        for (const object of objects) {yield { path: fileName(object.kind, writtenName(object).name, extension), objects: [object] };}
        break;
      case YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE:
        for (const object of objects) {
          yield { path: `${name}/${fileName(object.kind, object.metadata.name, extension)}`, objects: [object] };
        }
        break;
    }
  }
}

function fileName(kind: string, name: string | undefined, extension: string): string {
  return `${`${kind}.${name}`.replace(/[^0-9a-zA-Z-_.]/g, '')}${extension}`;
}
