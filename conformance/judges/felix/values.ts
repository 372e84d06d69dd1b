import type { FelixParameter } from '../../../src/network/calico/felix';
import { refusedValue } from '../../../src/network/calico/felix-value';

/** What Felix says of the variables of a node. */
export interface Verdict {
  readonly unknown: string[];
  readonly invalid: string[];
  readonly problem?: string;
}

export type Variables = { readonly [name: string]: string };
export type Judge = (nodes: readonly Variables[]) => Promise<Verdict[]>;

/** Values of all kinds, right for some parameters and wrong for others. */
export const VALUES: readonly string[] = [
  'true', 'false', 'yes', 'N', 'on', 'none', '0', '1', '-1', '5', '99', '250', '4096', '65535', '65536', '70000', '2147483647', '0x80',
  '0xffff0000', '0xf', '1.5', '30s', '1e2', '5 ',
  'Enabled', 'disabled', 'Auto', 'TRACE', 'Info', 'Warning', 'Loud', 'ACCEPT', 'Return', 'Drop', 'insert', 'kubernetes', 'tunnel', 'DSR',
  'WorkloadIPs', 'Strict', 'L2Only', 'TC',
  '192.0.2.1', '2001:db8::1', '192.0.2.0/24', '192.0.2.0/33', '10.0.0.0/8,192.0.2.0/24', '10.0.0.0/8,fd00::/8', '999.0.2.1', 'fe80::1%eth0',
  'host', 'host.example.com', 'host:5473', 'https://host:2379', 'https://host:2379/path', 'a host',
  'eth0', 'eth+', 'eth0,eni', 'cali', 'a-very-long-interface-name', '/^veth.*/', '/^veth(/', '^eth.*', '^eth(', '(?=a)b',
  'tcp:22', 'tcp:22,udp:53', 'tcp:10.0.0.0/8:22', 'sctp:22', 'udp:[fd00::/8]:53', '30000:32767', '32767:30000', '22,30000:32767',
  '1-250', '0-250', '1-250,300-400', '250-1', 'a=b', 'a=b,c=d', 'a', 'a=30s', 'a=30', 'a=30s,b=1m30s', '100/minute', '100/week', 'CS1',
  'EF', 'XX9', '64', '/var/run/calico', 'two words', 'Größe',
];

/** Parameters of which this machine has to have files, or that are judged together. */
const ELSEWHERE = /^(TYPHA(CAFILE|CERTFILE|KEYFILE|CN|URISAN)|ETCD\w+|DATAPLANEDRIVER|DATASTORETYPE|FELIXHOSTNAME)$/;

/** What Felix has against the variables of a node. */
export function problemOf({ unknown, invalid, problem }: Verdict): string | undefined {
  const found = [...unknown.map(name => `${name} is unknown`), ...invalid, ...problem === undefined ? [] : [problem]];
  return found.length === 0 ? undefined : found.join('; ');
}

/** Every value for every parameter that the judge can judge: where what we say of it is not what Felix says. */
export async function disagreements(
  parameters: ReadonlyMap<string, FelixParameter>, judge: Judge, canJudge: (name: string, value: string, type: string) => boolean,
): Promise<{ readonly tried: number; readonly problems: string[] }> {
  const cases = [...parameters].filter(([name]) => !ELSEWHERE.test(name)).flatMap(([name, { type, isNonZero }]) => VALUES
    .filter(value => canJudge(name, value, type))
    .map(value => ({ name, type, value, isRefused: refusedValue(value, type, isNonZero) !== undefined })));
  const verdicts = await judge(cases.map(({ name, value }) => ({ [`FELIX_${name}`]: value })));
  const problems = cases.flatMap(({ name, type, value, isRefused }, at) => {
    if (verdicts[at].unknown.length > 0) {return [`${name} is not known to Felix`];}
    const isRefusedByFelix = problemOf(verdicts[at]) !== undefined;
    return isRefused === isRefusedByFelix ? []
      : [`${name} ${type}: we ${isRefused ? 'refuse' : 'take'} what Felix ${isRefusedByFelix ? 'refuses' : 'takes'}, '${value}'`];
  });
  return { tried: cases.length, problems };
}
