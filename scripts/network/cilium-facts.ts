/**
 * Renders the charts of Cilium with Helm, without any value and with each value of test/network/cilium-knobs.ts, and writes what changes to
 * test/network/facts/:
 *
 *     npx ts-node -T scripts/network/cilium-facts.ts FOLDER
 *
 * FOLDER holds `cilium-1.19.6.tgz` and `cilium-1.20.0.tgz`. It needs Go on the PATH, for Helm.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { BASE, KNOBS } from '../../test/network/cilium-knobs';
import { ciliumLines, differenceOf } from '../../test/network/cilium-lines';
import { buildHelm } from '../bench/helm';

const CHARTS = ['1.19.6', '1.20.0'];
const FACTS = join(__dirname, '..', '..', 'test', 'network', 'facts');

function lines(helm: string, chart: string, values: { readonly [value: string]: string }): string[] {
  const given = Object.entries(values).flatMap(([value, text]) => {
    const isText = value.startsWith('extraConfig');
    return [isText ? '--set-string' : '--set', `${value}=${text}`];
  });
  const text = execFileSync(helm, ['template', 'cilium', chart, '--namespace', 'kube-system', '--kube-version', '1.32.0', ...given], {
    encoding: 'utf8', maxBuffer: 50_000_000,
  });
  return ciliumLines(parseAllDocuments(text).map(document => document.toJS()).filter(object => object !== null));
}

function main(folder: string): void {
  const helm = process.env.HELM ?? buildHelm();
  for (const version of CHARTS) {
    const chart = join(folder, `cilium-${version}.tgz`);
    const base = lines(helm, chart, BASE);
    const knobs = Object.fromEntries(KNOBS.map(({ name, with: needed = {}, set }) =>
      [name, differenceOf(lines(helm, chart, { ...BASE, ...needed }), lines(helm, chart, { ...BASE, ...needed, ...set }))]));
    writeFileSync(join(FACTS, `cilium-${version}.json`), `${JSON.stringify({ base, knobs }, undefined, 1)}\n`);
  }
}

main(process.argv[2]);
