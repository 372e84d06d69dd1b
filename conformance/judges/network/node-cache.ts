import * as fc from 'fast-check';
import { objectsOf, textOf } from './manifest';
import { problemsFrom, tryInputs } from './trial';
import { buildProgram } from '../../../scripts/conformance/go';
import { NodeLocalDns, NodeLocalDnsProps } from '../../../src';
import { randomDnsCacheProps } from '../../../test/support/random/network';

const BROKEN = [
  '.:53 {\n  cache 30\n', '.:53 {\n  cach 30\n}\n', '.:53 {\n  cache 30 {\n    success many\n  }\n}\n', '.:53 {\n  forward .\n}\n',
  '.:53 {\n  forward . 192.0.2.1 {\n    force_tpc\n  }\n}\n', '.:53 {\n  health 8080 8081\n}\n', '.:port {\n  errors\n}\n',
];

/** The address that node-cache puts in place of the name of the upstream Service, before CoreDNS reads the text. */
const UPSTREAM: readonly [place: RegExp, address: string] = [/__PILLAR__CLUSTER__DNS__/g, '10.96.0.11'];

/** Has the parser and the plugins of CoreDNS judge the Corefile of NodeLocalDns. Returns what is wrong. */
export async function judgeNodeCache(runs: number): Promise<string[]> {
  const program = await buildProgram('corefile');
  return tryInputs({
    program: 'CoreDNS 1.11.3 with the plugins of node-cache', inputs: 'Corefiles', broken: BROKEN,
    written: [{}, { extraConfig: 'example.com:53 {\n  whoami\n}\n' }, ...fc.sample(randomDnsCacheProps, runs)].map(corefileOf),
    problemsOf: texts => problemsFrom(program, texts),
  });
}

function corefileOf(props: NodeLocalDnsProps): string {
  return textOf(objectsOf(chart => new NodeLocalDns(chart, 'node-local-dns', props)), 'Corefile.base').replace(...UPSTREAM);
}
