import { ciliumSetting, Objects, readFlag, ReadSetting, Setting, Settings, UNKNOWN, variableOf } from './agent-settings';
import { memo } from '../../private/memo';
import type { Wire } from '../../private/wire';
import { PlacedContainer, runningContainersIn } from '../inventory/containers';
import { programOf } from '../inventory/programs';
import type { Workload } from '../inventory/workload';

/** What a container does for the network of its node. */
export interface NetworkAgent {
  /** The project, as people call it. */
  readonly project: string;
  readonly placed: PlacedContainer;
  /**
   * Whether it makes the network of pods: not where it enforces policies in, or is chained to, the network of another; undefined where that
   * is not known.
   */
  readonly makesNetwork?: boolean;
  /** Whether it does what kube-proxy does; undefined where that is not known. */
  readonly servesServices?: boolean;
}

/** How a program says what it does. */
interface NetworkProgram {
  readonly image: RegExp;
  readonly project: string;
  readonly makesNetwork: (setting: Settings) => boolean | undefined;
  readonly servesServices: (setting: Settings) => boolean | undefined;
  readonly read: ReadSetting;
  /** Whether the container runs the agent of the image, and not another of its programs. */
  readonly isAgent?: (container: Wire) => boolean;
}

/** What stands for it in `project`. */
export const KUBE_PROXY = 'kube-proxy';

const always = () => true;
const never = () => false;
/** What a setting means; undefined where it is in an object that nobody sees. */
function knownTo(value: Setting, judge: (value: string | undefined) => boolean): boolean | undefined {
  return value === UNKNOWN ? undefined : judge(value);
}

const isTrue = (value: string | undefined): boolean => /^(true|1|t|yes)$/i.test(value ?? '');

const PROGRAMS: readonly NetworkProgram[] = [
  {
    image: /(^|\/)(calico\/node|calico-node|mirrored-calico-node)$/, project: 'Calico', read: variableOf,
    // `none` is Calico in the network of another: canal, and policies on EKS and AKS
    makesNetwork: setting => knownTo(setting('CALICO_NETWORKING_BACKEND'), backend => backend !== 'none'),
    servesServices: setting => both(
      knownTo(setting('FELIX_BPFENABLED'), isTrue),
      // the documented way for clusters that cannot do without kube-proxy
      knownTo(setting('FELIX_BPFKUBEPROXYIPTABLESCLEANUPENABLED'), cleans => cleans === undefined || isTrue(cleans)),
    ),
  },
  {
    image: /(^|\/)(cilium|cilium\/cilium(-ci)?)$/, project: 'Cilium', read: ciliumSetting,
    isAgent: ({ command }) => !command || command.some((word: unknown) => /(^|\/)cilium-agent$/.test(String(word))),
    makesNetwork: setting => both(
      knownTo(setting('cni-chaining-mode'), mode => ['', 'none', undefined].includes(mode)),
      // a configuration that someone else writes, which may chain it
      knownTo(setting('custom-cni-conf'), custom => !isTrue(custom)),
    ),
    servesServices: setting => knownTo(setting('kube-proxy-replacement'), mode => isTrue(mode) || mode === 'strict'),
  },
  { image: /(^|\/)(flannel|mirrored-flannel-flannel)$/, project: 'flannel', read: readFlag, makesNetwork: always, servesServices: never },
  { image: /(^|\/)amazon-k8s-cni$/, project: 'Amazon VPC CNI', read: readFlag, makesNetwork: always, servesServices: never },
  {
    image: /(^|\/)antrea-(agent|ubuntu|ubi)([-_].*)?$/, project: 'Antrea', read: readFlag, makesNetwork: () =>
      undefined, servesServices: () => undefined,
  },
  { image: /(^|\/)weave-kube$/, project: 'Weave Net', read: readFlag, makesNetwork: always, servesServices: never },
  { image: /(^|\/)kindnetd$/, project: 'kindnet', read: readFlag, makesNetwork: always, servesServices: never },
  {
    image: /(^|\/)kube-router$/, project: 'kube-router', read: readFlag,
    makesNetwork: setting => knownTo(setting('run-router'), runs => runs === undefined || isTrue(runs)),
    servesServices: setting => knownTo(setting('run-service-proxy'), runs => runs === undefined || isTrue(runs)),
  },
  // what calls the CNI plugin of the cluster, or is called by it
  { image: /(^|\/)multus-cni$/, project: 'Multus', read: readFlag, makesNetwork: never, servesServices: never },
  {
    image: /(^|\/)(install-cni|cni-plugin|whereabouts)$/, project: 'a chained plugin', read: readFlag, makesNetwork: never,
    servesServices: never,
  },
  { image: /(^|\/)kube-proxy(-.*)?$/, project: KUBE_PROXY, read: readFlag, makesNetwork: never, servesServices: always },
];

const ANY = new RegExp(PROGRAMS.map(({ image }) => image.source).join('|'));

/** What does something for the network of the node among the containers that run, by their programs. Mirrors keep the name of an image. */
export function networkAgentsIn(objects: Objects, workload: Workload): readonly NetworkAgent[] {
  return candidatesIn(workload).map(({ program: { project, read, makesNetwork, servesServices }, placed }) => {
    const setting = (name: string) => read(objects, workload, placed.container, name);
    return { project, placed, makesNetwork: makesNetwork(setting), servesServices: servesServices(setting) };
  });
}

const candidatesIn = memo((workload: Workload) => runningContainersIn(workload).flatMap(placed => {
  const image = programOf(placed.container.image);
  if (image === undefined || !ANY.test(image)) {return [];}
  const program = PROGRAMS.find(each => each.image.test(image))!;
  return program.isAgent?.(placed.container) === false ? [] : [{ program, placed }];
}));

/** Whether the running containers of a workload have a program that does something for the network of the node. */
export function hasNetworkProgram(workload: Workload): boolean {
  return candidatesIn(workload).length > 0;
}

/** Both, as far as they are known: one that is false decides. */
function both(one: boolean | undefined, other: boolean | undefined): boolean | undefined {
  return one === false || other === false ? false : one === undefined || other === undefined ? undefined : true;
}
