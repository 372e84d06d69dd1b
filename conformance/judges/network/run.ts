/**
 * Puts what is written for programs of the network before those programs themselves:
 *
 *     npm run network:programs [-- --runs 50] [kube-vip kube-proxy]
 *
 * Fails where a program refuses what is written for it, and where it accepts what is broken. It needs Go on the PATH.
 */
import { judgeCniPlugins } from './cni-plugins';
import { judgeFlannel } from './flannel';
import { judgeKubeProxy } from './kube-proxy';
import { judgeKubeVip } from './kube-vip';
import { judgeMetalLb } from './metal-lb';
import { judgeMultus } from './multus';
import { judgeNodeCache } from './node-cache';
import { runJudges } from './trial';

const JUDGES: ReadonlyMap<string, (runs: number) => Promise<readonly string[]>> = new Map([
  ['cni-plugins', judgeCniPlugins], ['flannel', judgeFlannel], ['kube-proxy', judgeKubeProxy], ['kube-vip', judgeKubeVip],
  ['metallb', judgeMetalLb], ['multus', judgeMultus], ['node-cache', judgeNodeCache],
]);

runJudges(async (runs, names) => {
  const unknown = names.find(name => !JUDGES.has(name));
  if (unknown !== undefined) {throw new Error(`there is no judge ${unknown}; there are ${[...JUDGES.keys()].join(', ')}`);}
  const problems: string[] = [];
  for (const [name, judge] of JUDGES) {
    if (names.length === 0 || names.includes(name)) {problems.push(...await judge(runs));}
  }
  return problems;
});
