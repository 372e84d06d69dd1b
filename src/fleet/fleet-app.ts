import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { App, YamlOutputType } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { FleetAppProps } from './fleet-app-props';
import { FleetShard } from './fleet-shard';
import { linkDependencies } from './private/dependencies';
import { ManifestTexts } from './private/manifest-texts';
import { OutputFile, outputFiles, OutputFormat, WrittenChart, writtenChart } from './private/output-file';
import { AppState } from '../agent/app/app-state';
import { childOfApp, markFleet } from '../agent/app/target';
import { fail, quote } from '../private/agent-error';
import { groupAlike, PlacedLine } from '../private/alike-lines';
import { attempting } from '../private/doors/entrance';
import { guardClass } from '../private/doors/guard-class';
import { takeProps } from '../private/doors/take';

/** What is between two documents of a file. */
const SEPARATOR = '---\n';

/** A file with the manifests of a whole fleet is written in parts of about so many characters. */
const CHUNK = 1_000_000;

/**
 * An app for many clusters, in place of the `App` of cdk8s: it writes the same files, and its cost grows with the number of clusters, where
 * that of `App` grows with its square. Everything is validated before anything is written.
 *
 *     const app = new FleetApp();
 *     for (const cluster of ['eu-1', 'us-1']) {
 *       const chart = new Chart(app, cluster, { namespace: 'node-agents' });
 *       TargetCluster.configure(chart, { kubernetesVersion: KubernetesVersion.V1_30 });
 *       new LogAgent(chart, 'logs', { destinations: [LogDestination.loki({ url: `https://loki.${cluster}.example.com` })] });
 *     }
 *     app.synth();
 *
 * A cluster is everything below one child of the app: names, host ports and directories are compared within it. Several jobs write a large
 * fleet together, each one shard of it.
 */
export class FleetApp extends App {
  /** The part of the fleet that is judged and written. */
  public readonly shard: FleetShard;
  private readonly recordsMetadata: boolean;
  /** A cluster that the program left out because it is in another shard. */
  private leftOut?: string;

  /** @throws invalid-shard */
  public constructor(props: FleetAppProps = {}) {
    const { sound, findings: found } = takeProps<FleetAppProps>('FleetApp', props, true);
    super(sound);
    const findings = [...found];
    const { NODE_AGENTS_SHARD: shard, CDK8S_RECORD_CONSTRUCT_METADATA: recorded } = process.env;
    this.shard = sound.shard
      ?? attempting(findings, () => (shard ? FleetShard.parse(shard) : FleetShard.whole()), () => FleetShard.whole());
    this.recordsMetadata = sound.recordConstructMetadata ?? recorded === 'true';
    markFleet(this);
    if (findings.length > 0) {AppState.of(this).refuse(this, findings);}
    if (this.shard.total > 1) {AppState.of(this).judgeOnly(construct => this.isWritten(construct));}
  }

  /**
   * Whether a cluster is in the shard of this job. A program may skip the others: `if (!app.isInShard(cluster)) continue;`.
   *
   * @param cluster the name of the cluster: the id of the construct right below the app
   */
  public isInShard(cluster: string): boolean {
    const isIncluded = this.shard.includes(cluster);
    if (!isIncluded) {this.leftOut ??= cluster;}
    return isIncluded;
  }

  /**
   * Writes all manifests of the shard to the output directory. Nothing is written where something is wrong.
   *
   * @throws file-collision
   * @throws invalid-shard
   */
  public override synth(): void {
    const all = this.node.findAll();
    this.requireValid(all);
    const format = this.format(linkDependencies(all));
    const charts = this.chartsOfShard();
    this.requireWritable(charts, format);
    mkdirSync(this.outdir, { recursive: true });
    const texts = new ManifestTexts();
    for (const file of outputFiles(charts, format)) {this.write(file, texts);}
    if (this.recordsMetadata) {this.writeMetadata(charts);}
  }

  /** All manifests of the shard as one text. */
  public override synthYaml(): string {
    const all = this.node.findAll();
    linkDependencies(all);
    this.requireValid(all);
    const texts = new ManifestTexts();
    return this.chartsOfShard().flatMap(({ objects }) => objects).map(object => texts.textOf(object)).join(SEPARATOR);
  }

  private requireValid(all: readonly IConstruct[]): void {
    const lines = all.filter(construct => this.isWritten(construct))
      .flatMap(construct => construct.node.validate().map((line): PlacedLine => [construct.node.path, line]));
    if (lines.length === 0) {return;}
    throw new Error(
      `Validation failed with the following errors:\n  ${groupAlike(lines).map(([path, line]) => `[${path}] ${line}`).join('\n  ')}`,
    );
  }

  private format(isNumbered: boolean): OutputFormat {
    const { shard, yamlOutputType: type, outputFileExtension: extension, leftOut } = this;
    if (shard.total > 1 && type === YamlOutputType.FILE_PER_APP) {
      fail({
        code: 'invalid-shard', what: 'all shards would write one file', given: `shard ${shard} with YamlOutputType.FILE_PER_APP`,
        allowed: 'an output type with a file for each chart or object', fix: 'use YamlOutputType.FILE_PER_CHART',
      });
    }
    if (leftOut !== undefined && isNumbered) {
      fail({
        code: 'invalid-shard', what: 'charts that depend on each other are numbered over the whole fleet, and the program left clusters '
          + 'out', given: quote(leftOut),
        fix: 'make the charts of all clusters in every shard, or remove the dependencies between charts',
      });
    }
    return { type, extension, isNumbered };
  }

  /** In the order of their dependencies. Those of other shards count where charts are numbered. */
  private chartsOfShard(): WrittenChart[] {
    return this.charts.flatMap((chart, number) => (this.isWritten(chart) ? [writtenChart(chart, number)] : []));
  }

  /** Asks everything that can fail before the first file is written. */
  private requireWritable(charts: readonly WrittenChart[], format: OutputFormat): void {
    const state = AppState.of(this);
    const unknown = charts.flatMap(({ objects }) => objects).filter(object => !state.canWrite(object));
    const failures = unknown.flatMap(object => failureOf(() => object.toJson()));
    if (failures.length > 0) {throw failures.length === 1 ? failures[0] : new Error(failures.map(({ message }) => message).join('\n'));}
    if (format.type === YamlOutputType.FILE_PER_RESOURCE || format.type === YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE) {
      requireOwnFiles(outputFiles(charts, format));
    }
  }

  private write({ path, objects }: OutputFile, texts: ManifestTexts): void {
    const file = join(this.outdir, path);
    if (path.includes('/')) {mkdirSync(dirname(file), { recursive: true });}
    const target = openSync(file, 'w');
    try {
      let text = '';
      let isFirst = true;
      for (const object of objects) {
        text += `${isFirst ? '' : SEPARATOR}${texts.textOf(object)}`;
        isFirst = false;
        if (text.length < CHUNK) {continue;}
        writeSync(target, text);
        text = '';
      }
      writeSync(target, text);
    } finally {
      closeSync(target);
    }
  }

  private writeMetadata(charts: readonly WrittenChart[]): void {
    const written = charts.flatMap(({ objects }) => objects);
    const resources = Object.fromEntries(written.map(object => [object.name, { path: object.node.path }]));
    writeFileSync(join(this.outdir, 'construct-metadata.json'), JSON.stringify({ version: '1.0.0', resources }));
  }

  private isWritten(construct: IConstruct): boolean {
    return this.shard.total === 1 || construct === this || this.shard.includes(childOfApp(construct));
  }
}

guardClass({ FleetApp });

function failureOf(act: () => unknown): Error[] {
  try {
    act();
    return [];
  } catch (error) {
    return [error as Error];
  }
}

/** cdk8s would keep the last of them. */
function requireOwnFiles(files: Iterable<OutputFile>): void {
  const known = new Set<string>();
  for (const { path } of files) {
    if (known.has(path)) {
      fail({
        code: 'file-collision', what: 'two objects are written to one file, and the second would replace the first', given: quote(path),
        fix: 'use YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE or FILE_PER_CHART, or give one of the objects another name',
      });
    }
    known.add(path);
  }
}
