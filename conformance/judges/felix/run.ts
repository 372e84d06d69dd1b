/**
 * Puts the variables that Cni.calico and Cni.calicoPolicyOnly write for Felix before Felix's own parser:
 *
 *     npm run network:felix [-- --runs 50]
 *     CALICO_SOURCES=/path/to/calico-3.31.7:/path/to/calico-3.32.1 npm run network:felix
 *
 * Without CALICO_SOURCES it is the newest Felix whose Go module can be had, that of 3.28. What later releases brought it cannot judge: that
 * is counted and listed with the release that brought it, and it is tried that Felix 3.28 does not take it. With checkouts of releases of
 * Calico it is the parser of each of them, which judges everything. Fails where a variable is not taken, where a broken one is, and where
 * what we say of a value is not what Felix says. It needs Go on the PATH.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Chart } from 'cdk8s';
import * as fc from 'fast-check';
import { newerThanPinned } from './newer';
import { disagreements, Judge, problemOf, Variables, Verdict } from './values';
import { buildFelixConfig, buildProgram } from '../../../scripts/conformance/go';
import { CalicoDataplane, CalicoEncapsulation, CalicoForeignNetwork, Cni, CniPlugin } from '../../../src';
import { calicoRelease } from '../../../src/network/calico/calico-releases';
import { FelixParameter, felixParameters } from '../../../src/network/calico/felix';
import { randomCalico, randomFelix } from '../../../test/support/random/calico';
import { answersOf, runJudges, tryInputs } from '../network/trial';

const BROKEN: readonly Variables[] = [
  { FELIX_BPFENABLD: 'true' }, { FELIX_BPFENABLED: 'perhaps' }, { FELIX_DEFAULTENDPOINTTOHOSTACTION: 'SOMETIMES' },
  { FELIX_HEALTHPORT: '70000' }, { FELIX_TYPHACN: 'typha' },
];

/** Every option that changes a variable of Felix. */
const OPTIONS = (version: string): Cni[] => [
  Cni.calico({ version }),
  Cni.calico({ version, mtu: 1400, ipv6PodCidr: 'fd00:10:244::/56' }),
  Cni.calico({ version, wireguard: true, ipv6PodCidr: 'fd00:10:244::/56' }),
  Cni.calico({ version, metricsPort: 9091, healthPort: 9199 }),
  Cni.calico({ version, typhaReplicas: 3 }),
  Cni.calico({ version, encapsulation: CalicoEncapsulation.vxlan(), vxlanPort: 4790 }),
  ...Object.values(CalicoDataplane).map(dataplane => Cni.calico({ version, dataplane })),
  ...[CalicoForeignNetwork.podCidrRoutes(), CalicoForeignNetwork.flannel(), CalicoForeignNetwork.gke()]
    .map(network => Cni.calicoPolicyOnly({ version, network, ipv6: true })),
  ...[
    CalicoForeignNetwork.amazonVpc(), CalicoForeignNetwork.azure(),
  ].map(network => Cni.calicoPolicyOnly({ version, network, wireguard: true })),
];

function variablesOf(network: Cni): Variables {
  const chart = new Chart(new App(), 'chart');
  new CniPlugin(chart, 'calico', { network, namespace: 'calico-system', apiServer: { host: 'api.example.com' } });
  const { env } = chart.toJson().find(({ kind }) => kind === 'DaemonSet').spec.template.spec.containers[0];
  return Object.fromEntries(env.filter(({ name }: any) => name.startsWith('FELIX_')).map(({ name, value }: any) => [name, value]));
}

/** What is written for Felix in a release of Calico: with every option, and at random. */
function nodesOf(version: string, runs: number): Variables[] {
  const random = fc.sample(fc.record({ make: randomCalico(version), felix: randomFelix(version) }), runs)
    .map(({ make, felix }) => make(felix));
  return [...OPTIONS(version), ...random].map(variablesOf);
}

/** A Felix of that release or of an older one. Returns what is wrong. */
async function judged(
  program: string, nodes: readonly Variables[], parameters: ReadonlyMap<string, FelixParameter>, judge: Judge,
  canJudge: (name: string, value: string, type: string) => boolean,
): Promise<string[]> {
  const problems = await tryInputs({
    program, inputs: 'nodes', written: nodes, broken: BROKEN, problemsOf: async inputs => (await judge(inputs)).map(problemOf),
  });
  const values = await disagreements(parameters, judge, canJudge);
  console.log(`${program} says of ${values.tried - values.problems.length} of ${values.tried} values what we say`);
  return [...problems, ...values.problems];
}

/** Felix 3.28 judges what it knows of the variables. The others are counted, and it must not take them. */
async function judgedByOlder(version: string, runs: number, judge: Judge): Promise<string[]> {
  const parameters = felixParameters(calicoRelease(version));
  const newer = (variable: string, value: string) => {
    const name = variable.replace(/^FELIX_/, '');
    return newerThanPinned(name, value, parameters.get(name)!.type);
  };
  const nodes = nodesOf(version, runs).map(node => Object.entries(node));
  const known = nodes.map(node => Object.fromEntries(node.filter(each => newer(...each) === undefined)));
  const problems = await judged(`Felix 3.28, for Calico ${version}`, known, parameters, judge,
    (name, value) => newer(name, value) === undefined);
  const aside = nodes.flat().filter(each => newer(...each) !== undefined);
  const verdicts = await judge(aside.map(each => Object.fromEntries([each])));
  console.log(`  it does not know ${aside.length} of ${nodes.flat().length} variables of these nodes:`);
  const reasonOf = ([variable, value]: [string, string]) => `Calico ${newer(variable, value)!.since} brought ${newer(variable, value)!.what}`;
  for (const reason of [...new Set(aside.map(reasonOf))].sort()) {
    const own = aside.filter(each => reasonOf(each) === reason);
    const names = [...new Set(own.map(([name]) => name.replace(/^FELIX_/, '')))].sort();
    console.log(`    ${own.length} variables: ${reason}: ${names.join(', ')}`);
  }
  return [...problems, ...aside.filter((_, at) => problemOf(verdicts[at]) === undefined)
    .map(([name, value]) => `Felix 3.28 takes ${name}=${value}, which is said to be newer`)];
}

const judgeOf = (program: string): Judge => nodes => answersOf<Verdict>(program, nodes);

runJudges(async runs => {
  const pinned = judgeOf(await buildProgram('felixconfig'));
  const problems = [...await judgedByOlder('3.31.7', runs, pinned), ...await judgedByOlder('3.32.1', runs, pinned)];
  for (const source of (process.env.CALICO_SOURCES ?? '').split(':').filter(each => each !== '')) {
    const [, version] = /^version: v(\S+)$/m.exec(readFileSync(join(source, 'charts', 'calico', 'values.yaml'), 'utf8'))!;
    const judge = judgeOf(await buildFelixConfig(source, version));
    problems.push(...await judged(`Felix ${version}`, nodesOf(version, runs), felixParameters(calicoRelease(version)), judge, () => true));
  }
  return problems;
});
