import { HostPathVolumeParameters } from './host-path-volume-parameters-options';
import { parameterTexts, ParameterRules } from '../../private/parameter-rules';

/** The parameters of the host path driver, in its own spelling. */
export function hostPathVolumeParameters(options: HostPathVolumeParameters): { [name: string]: string } {
  const { kind } = options;
  if (kind === '') {
    new ParameterRules('volumes on nodes', options).refuse(
      'are of a kind with a name, or of none', 'kind: \'\'', 'a name of the driver\'s `capacity`', 'leave `kind` out',
    );
  }
  return parameterTexts({ kind });
}
