import { Yaml } from 'cdk8s';
import { documentText, NOT_A_TREE } from './document';
import { findProblem } from './problem';
import { isMisread } from './scalar';

/**
 * A value as `Yaml.stringify` writes it, by our own writer where that writes the same: the one of cdk8s takes longer to start than to
 * write.
 */
export function yamlText(value: object): string {
  const text = findProblem(value, isMisread) === undefined ? documentText(value) : NOT_A_TREE;
  return text === NOT_A_TREE ? Yaml.stringify(value) : `${text}\n`;
}
