import { distinct } from '../../private/distinct';
import { Port } from '../container/port';

/** A port that was given twice in the same way is one: by the props and a feature, for instance. */
export function distinctPorts(ports: readonly Port[]): readonly Port[] {
  return distinct(ports, ({ name, containerPort, protocol, isDeclared, hostPort, hostIp }) =>
    [name, containerPort, protocol, isDeclared, hostPort, hostIp]);
}
