import { ApiObject, Chart, DependencyGraph, Names, YamlOutputType } from 'cdk8s';

/** A file of manifests. */
export interface OutputFile {
  /** Relative to the output directory, with the extension. */
  readonly path: string;
  /** What is written, made while it is asked for. */
  readonly documents: Iterable<object>;
}

/** How an app writes. */
export interface OutputFormat {
  readonly type: YamlOutputType;
  readonly extension: string;
  /** Whether charts are numbered, because one depends on another. */
  readonly isNumbered: boolean;
}

/** A chart, and its number among all charts of the app. */
export interface NumberedChart {
  readonly chart: Chart;
  readonly number: number;
}

/** The files of charts, under the names that cdk8s gives them. */
export function* outputFiles(charts: readonly NumberedChart[], { type, extension, isNumbered }: OutputFormat): Generator<OutputFile> {
  if (type === YamlOutputType.FILE_PER_APP) {
    // without a chart cdk8s writes no file at all
    if (charts.length > 0) {yield { path: `app${extension}`, documents: documentsOf(charts) };}
    return;
  }
  for (const { chart, number } of charts) {
    const name = `${isNumbered ? `${String(number).padStart(4, '0')}-` : ''}${Names.toDnsLabel(chart)}`;
    switch (type) {
      case YamlOutputType.FILE_PER_CHART:
        yield { path: `${name}${extension}`, documents: documentsOf([{ chart, number }]) };
        break;
      case YamlOutputType.FILE_PER_RESOURCE:
        for (const document of documentsOf([{ chart, number }])) {yield { path: fileName(document as ApiObject, extension), documents: [document] };}
        break;
      case YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE:
        for (const object of objectsOf(chart)) {yield { path: `${name}/${fileName(object, extension)}`, documents: [object.toJson()] };}
        break;
    }
  }
}

/** The objects of a chart in the order of their dependencies, without those of charts in it. */
export function objectsOf(chart: Chart): ApiObject[] {
  return new DependencyGraph(chart.node).topology().filter(ApiObject.isApiObject).filter(object => object.chart === chart);
}

/** What charts write, made object by object. */
export function* documentsOf(charts: readonly NumberedChart[]): Generator<object> {
  for (const { chart } of charts) {
    for (const object of objectsOf(chart)) {yield object.toJson();}
  }
}

function fileName({ kind, metadata }: Pick<ApiObject, 'kind' | 'metadata'>, extension: string): string {
  return `${`${kind}.${metadata.name}`.replace(/[^0-9a-zA-Z-_.]/g, '')}${extension}`;
}
