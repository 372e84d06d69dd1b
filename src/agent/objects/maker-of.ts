import { Construct } from 'constructs';
import { AgentMaker, AgentStart } from './agent-maker';
import { carrying, enter, Entrance } from '../../private/doors/entrance';
import type { Finding } from '../../private/finding';
import { lateIn } from '../../private/late-props';
import { TargetCluster } from '../target-cluster';

/** What the class of an agent decides about it: where it runs, and as what. */
export type PlaceAgent<Props> = (props: Props, cluster: TargetCluster, findings: Finding[]) => Pick<AgentStart, 'given' | 'own'
  | 'placements'>;

/**
 * How an agent comes about from its props.
 *
 * @param kind the name of the class
 * @param isOpen whether subclasses have props of their own
 */
export function makerOf<Props extends object>(
  kind: string, scope: Construct, id: string, props: Props, isOpen: boolean, place: PlaceAgent<Props>,
): AgentMaker {
  const start = ({ props: given, findings: found }: Entrance<Props>, parts: unknown): AgentStart => {
    const findings = [...found];
    return { ...place(given, TargetCluster.of(scope), findings), findings, parts };
  };
  const late = lateIn(props);
  if (late === undefined) {
    const entrance = enter(kind, scope, id, props, isOpen);
    return { kind, given: entrance.props, findings: entrance.findings, start: () => start(entrance, undefined) };
  }
  return {
    ...late,
    start: () => {
      const parts = late.make();
      return start(enter(kind, scope, id, carrying(parts.props, late.findings), true), parts);
    },
  };
}
