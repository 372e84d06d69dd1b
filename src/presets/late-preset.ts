import type { AgentOptions } from '../agent/agent-options';
import type { NodeAgentProps } from '../agent/node-agent-props';
import { attempting, Entrance, partOf } from '../private/doors/entrance';
import { lateProps } from '../private/late-props';

/** What an agent of a preset is made of, and the props that it becomes. */
export interface PresetParts {
  readonly props: NodeAgentProps;
}

/**
 * The props of an agent that a preset makes, worked out if no equal agent was made before. Where the preset refuses what it was given, they are made of what every
 * agent takes, so that the rest of the app is looked at too.
 *
 * @param kind the name of the class
 * @param instead what the preset could still refuse of that
 */
export function latePreset<Props extends AgentOptions>(
  kind: string, { props: given, findings }: Entrance<Props>, partsOf: (given: Props) => PresetParts, instead: Partial<AgentOptions> = {},
): NodeAgentProps {
  return lateProps({
    kind, given, findings,
    make: () => attempting(findings, () => partsOf(given), () => partsOf({ ...partOf<AgentOptions>('AgentOptions', given), ...instead } as Props)),
  });
}
