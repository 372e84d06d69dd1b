/** A taint of a node, in the spelling of the Kubernetes API. */
export interface Taint {
  readonly key: string;
  readonly value?: string;
  readonly effect: string;
}

/** A taint as kubectl writes it: `gpu=true:NoSchedule`. */
export function describeTaint({ key, value, effect }: Taint): string {
  return `${key}${value ? `=${value}` : ''}:${effect}`;
}

/** A toleration of a pod, in the spelling of the Kubernetes API. */
export interface PodToleration {
  readonly key?: string;
  readonly operator?: string;
  readonly value?: string;
  readonly effect?: string;
}

/** Whether a toleration covers a taint, with the default feature gates: comparing operators cover nothing. */
export function tolerates(toleration: PodToleration, taint: Taint): boolean {
  if (toleration.effect && toleration.effect !== taint.effect) {return false;}
  if (toleration.key && toleration.key !== taint.key) {return false;}
  switch (toleration.operator ?? '') {
    case 'Exists': return true;
    case '':
    case 'Equal': return (toleration.value ?? '') === (taint.value ?? '');
    default: return false;
  }
}

const EXISTS = (key: string, effect: string): PodToleration => ({ key, operator: 'Exists', effect });

const AUTOMATIC: readonly PodToleration[] = [
  EXISTS('node.kubernetes.io/not-ready', 'NoExecute'),
  EXISTS('node.kubernetes.io/unreachable', 'NoExecute'),
  ...['disk-pressure', 'memory-pressure', 'pid-pressure', 'unschedulable'].map(name => EXISTS(`node.kubernetes.io/${name}`, 'NoSchedule')),
];

const OF_HOST_NETWORK = EXISTS('node.kubernetes.io/network-unavailable', 'NoSchedule');

/**
 * What the DaemonSet controller adds to the tolerations of each pod. NotReady nodes carry `not-ready` with two effects, and only NoExecute
 * is among these: pods without a toleration of their own come to a new node when it is ready.
 */
export function automaticTolerations(hostNetwork: boolean): readonly PodToleration[] {
  return hostNetwork ? [...AUTOMATIC, OF_HOST_NETWORK] : AUTOMATIC;
}
