import { App, Chart } from 'cdk8s';
import * as fc from 'fast-check';
import { answersOf, tryInputs } from './trial';
import { buildProgram } from '../../../scripts/conformance/go';
import { KubeVip, KubeVipProps } from '../../../src';
import { KUBE_VIP_VARIABLES, KubeVipVariable } from '../../../src/network/kube-vip/kube-vip-variables';
import { randomKubeVipProps } from '../../../test/support/random/network';

/** Fields of the pod, as a node of IPv4 fills them in, and the password of a Secret. */
const FROM_THE_POD: {
  readonly [variable: string]: string;
} = { vip_nodename: 'node-1', bgp_routerid: '192.0.2.5', bgp_password_1: 'secret' };

type Variables = { readonly [name: string]: string };

const BROKEN: readonly Variables[] = [
  { vip_arp: 'perhaps' }, { port: '70000' }, { vip_leaseduration: '15s' }, { bgp_as: '4294967296' }, { bgp_peers: '192.0.2.1' },
  { health_check_port: '80' }, { instance_name: 'a b' },
];

/** Values of variables that are texts of a form of their own. */
const FORMS: Variables = {
  bgp_peers: '192.0.2.1:65001', vip_leaseannotations: '{"a":"b"}', health_check_port: '2222', bgp_routerinterface: 'lo',
  control_plane_health_check_address: 'https://192.0.2.1/livez',
};
const VALUES: { readonly [kind in KubeVipVariable]: string } = { switch: 'true', number: '7', port: '7', text: 'text' };

/** Variables of releases after 1.2.2, which is the newest that the registry of Go modules has. */
const NEWER = ['vip_skipdad'];

function variablesOf(props: KubeVipProps): Variables {
  const chart = new Chart(new App(), 'chart');
  new KubeVip(chart, 'kube-vip', props);
  const { env } = chart.toJson().find(({ kind }) => kind === 'DaemonSet').spec.template.spec.containers[0];
  const texts: Variables = Object.fromEntries(env.map(({ name, value }: any) => [name, value ?? FROM_THE_POD[name]]));
  // the kubelet puts variables into others
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, text.replace(/\$\((\w+)\)/g, (_, other) => texts[other])]));
}

/**
 * Has the code of kube-vip read the variables that KubeVip writes. Returns what is wrong: variables that are refused, broken ones that are
 * not, and names of the table of variables that are not read.
 */
export async function judgeKubeVip(runs: number): Promise<string[]> {
  const program = await buildProgram('kubevip');
  const judged = (sets: readonly Variables[]) => answersOf<{ readonly problem?: string; readonly config: string }>(program, sets);
  const problems = await tryInputs({
    program: 'kube-vip 1.2.2', inputs: 'sets of variables',
    written: [variablesOf({ address: '192.0.2.10' }), ...fc.sample(randomKubeVipProps, runs).map(variablesOf)], broken: BROKEN,
    problemsOf: async sets => (await judged(sets)).map(({ problem }) => problem),
  });
  const names = [...KUBE_VIP_VARIABLES.keys()].filter(name => !NEWER.includes(name));
  const services = { svc_enable: 'true' };
  const alone = names.map(name => ({ ...services, [name]: FORMS[name] ?? VALUES[KUBE_VIP_VARIABLES.get(name)!] }));
  const [plain, none, ...each] = await judged([services, {}, ...alone]);
  const unread = names.filter((name, at) => each[at].config === (name === 'svc_enable' ? none : plain).config);
  console.log(`kube-vip 1.2.2 reads ${names.length - unread.length} of ${names.length} names; newer than it, and not judged: ${NEWER.join(', ')}`);
  return [...problems, ...unread.map(name => `kube-vip does not read ${name}`)];
}
