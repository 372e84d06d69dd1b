import { withDefaults } from '../../private/with-defaults';
import { CommonCsiDriverOptions } from '../common-csi-driver-options';

/** What a user says of any driver, over what a preset has of it. The images of the sidecars come with the release. */
export function commonOptions(
  given: CommonCsiDriverOptions, ofDriver: Omit<CommonCsiDriverOptions, 'sidecarImages'>,
): CommonCsiDriverOptions {
  const { pluginDirectory, livenessPort, registrarPort, registrarHealth, resources, overrides } = given;
  return withDefaults({ pluginDirectory, livenessPort, registrarPort, registrarHealth, resources, overrides }, ofDriver);
}
