import type { NodeAgentProps } from '../agent/node-agent-props';
import type { WorkloadOptions } from '../agent/workload-options';
import { attempting, Entrance, partOf } from '../private/doors/entrance';
import { lateProps } from '../private/late-props';

/** What an agent of a preset is made of, and the props that it becomes. */
export interface PresetParts<Made extends WorkloadOptions = NodeAgentProps> {
  readonly props: Made;
}

/**
 * The props of an agent that a preset makes, worked out if no equal agent was made before. Where the preset refuses what it was given, they
 * are made of what every agent takes, so that the rest of the app is looked at too.
 *
 * @param kind the name of the class
 * @param instead what the preset could still refuse of that
 * @param common what every agent of its sort takes
 */
export function latePreset<Props extends WorkloadOptions, Made extends WorkloadOptions>(
  kind: string, { props: given, findings }: Entrance<Props>, partsOf: (given: Props) => PresetParts<Made>, instead: Partial<Props> = {},
  common: string = 'AgentOptions',
): Made {
  return lateProps({
    kind, given, findings,
    make: () => attempting(findings, () => partsOf(given), () => partsOf(
      { ...partOf<WorkloadOptions>(common, given), ...instead } as Props,
    )),
  });
}
