import { checkComponents } from './components';
import { ConfigEnvironment } from './environment';
import { checkPipelines } from './pipelines';
import { checkSecrets } from './secrets';
import { quote } from '../../../private/agent-error';
import { Finding, finding } from '../../../private/finding';
import { CollectorConfig } from '../config';

/** What is wrong with a configuration, as far as it can be known without the collector. */
export function checkConfig(config: CollectorConfig, environment: ConfigEnvironment): Finding[] {
  return [...checkComponents(config, environment), ...checkPipelines(config, environment), ...checkSecrets(config, environment)];
}

/** Two inputs or destinations of one name would be one component. */
export function checkNames(kind: 'inputs' | 'destinations', names: readonly string[]): Finding[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))].map((name): Finding => finding({
    code: 'duplicate-log-name',
    what: `two ${kind} have one name`,
    given: quote(name),
    fix: 'give one of them another `name`: metrics, credentials and positions are kept by it',
  }));
}
