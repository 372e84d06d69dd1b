import { Port } from '../port';

/** A port that was given twice in the same way is one: by the props and a feature, for instance. */
export function distinctPorts(ports: readonly Port[]): Port[] {
  return ports.length < 2 ? [...ports] : ports.filter((port, index) => !ports.slice(0, index).some(before => isSame(before, port)));
}

function isSame(one: Port, other: Port): boolean {
  return one === other || one.name === other.name && one.containerPort === other.containerPort && one.protocol === other.protocol
    && one.isDeclared === other.isDeclared && one.hostPort === other.hostPort && one.hostIp === other.hostIp;
}
