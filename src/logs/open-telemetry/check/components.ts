import { ConfigEnvironment } from './environment';
import { quote } from '../../../private/agent-error';
import { Finding } from '../../../private/finding';
import { nearest } from '../../../private/nearest';
import { invalidConfig } from '../../private/config-findings';
import { distributionOf, namesOf, renamedIn, Section, SECTIONS, typeOf } from '../components';
import { CollectorConfig } from '../config';

/** Whether each component is in the image, by the name that the release has for it. */
export function checkComponents(config: CollectorConfig, environment: ConfigEnvironment): Finding[] {
  return SECTIONS.flatMap(section => Object.keys(config[section])
    .flatMap(id => [...checkId(section, id), ...checkComponent(section, id, environment)]));
}

function checkId(section: Section, id: string): Finding[] {
  return /^[A-Za-z][0-9A-Za-z_]{0,62}(\/[^\s/].*)?$/.test(id) ? [] : [
    invalidConfig(`a component in ${section} has an id that the collector refuses`, quote(id), 'write it so', 'TYPE or TYPE/NAME'),
  ];
}

function checkComponent(section: Section, id: string, environment: ConfigEnvironment): Finding[] {
  const { distribution, allowUnknown, release: { minor, version } } = environment;
  if (allowUnknown) {return [];}
  const smallest = distributionOf(section, id);
  if (smallest === undefined) {
    const meant = nearest(typeOf(id).replace(/_/g, ''), namesOf(section));
    return [invalidConfig(`no image of the OpenTelemetry Collector has this component in ${section}`, quote(id),
      meant === undefined ? 'correct its type, or set `allowUnknownComponents` for an image of your own' : `did you mean ${meant}?`)];
  }
  if (smallest === 'contrib' && distribution === 'k8s') {
    return [invalidConfig('the component is not in the image of the distribution `k8s`', `${section}: ${id}`,
      'give it with the agent, in `destinations` or `extraConfig`, or name an image that has it')];
  }
  const renamed = renamedIn(section, id, minor);
  const what = `release ${version} has another name for a component in ${section}`;
  return renamed === undefined ? [] : [invalidConfig(what, quote(id), `write ${renamed}`, renamed)];
}
