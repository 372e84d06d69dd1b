import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Chart, Yaml } from 'cdk8s';
import { strictFindings } from './strict-schema';
import { TargetCluster } from '../../src';

const FOLDER = join(__dirname, '..', 'golden');

/** Every minor that the library writes for. */
export const MINORS = [28, 29, 30, 31, 32, 33, 34, 35, 36];

/**
 * Compares what a chart becomes with test/golden/NAME.yaml, byte for byte, and puts it before the strict schemas of every minor from the
 * target on. `UPDATE_GOLDEN=1 npx jest` writes the file anew: read the difference before you commit it.
 */
export function expectGolden(name: string, chart: Chart): void {
  const manifests = chart.toJson();
  const text = Yaml.stringify(...manifests);
  const file = join(FOLDER, `${name}.yaml`);
  if (process.env.UPDATE_GOLDEN) {writeFileSync(file, text);}
  expect(text).toEqual(readFileSync(file, 'utf8'));
  expectStrict(manifests, TargetCluster.of(chart).kubernetesVersion.minor);
}

/** No object has a field that any minor from `oldest` on does not know. */
export function expectStrict(manifests: any[], oldest: number): void {
  const findings = MINORS.filter(minor => minor >= oldest)
    .flatMap(minor => manifests.flatMap(manifest => strictFindings(manifest, minor).map(finding => `1.${minor}: ${finding}`)));
  expect(findings).toEqual([]);
}

/** A chart in an app that writes nothing. */
export function testChart(id: string = 'test', namespace: string | undefined = 'node-agents'): Chart {
  return new Chart(new App({ outdir: join(__dirname, '..', '..', 'test-reports', 'never-written') }), id, { namespace });
}

/** The first object of a kind. */
export function objectOf(chart: Chart, kind: string, name?: string): any {
  return chart.toJson().find((object: any) => object.kind === kind && (name === undefined || object.metadata.name === name));
}

/**
 * Error lines as what they are about, without a word of their texts: `[test/agent] host-port-conflict`, or the code alone where no
 * construct stands before it.
 */
export function codesIn(lines: readonly string[]): string[] {
  return lines.map(line => line.replace(/^((?:\[[^\]]*\] )?[a-z0-9-]+): [^]*$/, '$1'));
}

/** The errors of a synth, as `codesIn` has them. */
export function codesOf(chart: Chart): string[] {
  return codesIn(errorsOf(chart));
}

/** The errors of a synth, a line each. */
export function errorsOf(chart: Chart): string[] {
  try {
    chart.toJson();
    return [];
  } catch (error) {
    return (error as Error).message.split('\n').map(line => line.trim()).filter(line => line.startsWith('['));
  }
}
