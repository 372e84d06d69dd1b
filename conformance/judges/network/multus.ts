import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import * as fc from 'fast-check';
import { objectsOf, podOf, textOf } from './manifest';
import { eachOf, problemsFrom, tryInputs } from './trial';
import { buildProgram } from '../../../scripts/conformance/go';
import { Multus, MultusProps } from '../../../src';
import { randomMultusProps } from '../../../test/support/random/network';
import { goTool } from '../tools/toolbox';

const BROKEN_CONFIGURATIONS = [
  '{', '{"logLevel":"verbose","chrootDir":"/hostroot"}', '{"cniVersion":"0.3.1","logToStderr":"yes"}',
  '{"cniVersion":"0.3.1","connectionLimit":0}',
  '{"cniVersion":"0.3.1","readinessIndicatorFil":"/run/ready"}', '{"cniVersion":"0.3.1","namespaceIsolation":"true"}',
];
const BROKEN_INSTALLATIONS: ReadonlyArray<readonly string[]> = [
  ['-d', '/host', '-t', 'medium'], ['--destination', '/host', '-t', 'thick'], ['-d', '/host'],
];

/** What install_multus says where it has read its arguments, since the programs that it copies are in its image alone. */
const COPIES = /failed to copy file multus-shim/;

/** Has the readers of multus-daemon judge the configuration of Multus, and install_multus its arguments. Returns what is wrong. */
export async function judgeMultus(runs: number): Promise<string[]> {
  const reader = await buildProgram('multusconfig');
  const installer = await goTool('install_multus');
  const written = [{}, ...fc.sample(randomMultusProps, runs)].map(manifestsOf);
  return [
    ...await tryInputs({
      program: 'multus-daemon 4.3.0', inputs: 'configurations', written: written.map(objects => textOf(objects, 'daemon-config.json')),
      broken: BROKEN_CONFIGURATIONS,
      problemsOf: texts => problemsFrom(reader, texts.map(daemon => ({ daemon }))),
    }),
    ...await tryInputs({
      program: 'install_multus 4.3.0', inputs: 'lists of arguments', written: [argumentsOf(written[0])], broken: BROKEN_INSTALLATIONS,
      problemsOf: lists => eachOf(lists, args => installationProblem(installer, args)),
    }),
  ];
}

function manifestsOf(props: MultusProps): any[] {
  return objectsOf(chart => new Multus(chart, 'multus', props));
}

function argumentsOf(objects: readonly any[]): readonly string[] {
  const { command, args = [] } = podOf(objects, 'DaemonSet').initContainers.find(({ name }: any) => name === 'install-multus-binary');
  return [...command.slice(1), ...args];
}

async function installationProblem(program: string, args: readonly string[]): Promise<string | undefined> {
  try {
    await promisify(execFile)(program, [...args]);
    return 'it found something to copy';
  } catch (error) {
    const said = String((error as { stderr?: string }).stderr ?? error);
    return COPIES.test(said) ? undefined : said.trim().split('\n')[0];
  }
}
