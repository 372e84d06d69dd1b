import { VectorConfig } from './config';
import { NAME } from './layout';
import { quote } from '../../private/agent-error';
import { Finding, finding } from '../../private/finding';
import { Wire } from '../../private/wire';

/**
 * Sources of files that read what a sink writes to the log of the agent.
 *
 * @param namespace of the agent, where one is known
 */
export function checkLoops({ sources, transforms, sinks }: VectorConfig, namespace: string = 'any'): Finding[] {
  const consoles = Object.values(sinks).filter(sink => sink?.type === 'console');
  const own = [
    `/var/log/pods/${namespace}_agent-abcde_0123-4567/${NAME}/0.log`,
    `/var/log/containers/agent-abcde_${namespace}_${NAME}-0123456789abcdef.log`,
  ];
  return Object.entries(sources).filter(([id, source]) => source?.type === 'file' && own.some(file => reads(source, file))
    && consoles.some(sink => comesFrom(sink, id, transforms))).map(([id, { exclude }]) => finding({
    code: 'log-loop',
    what: `the source '${id}' reads the log of the agent itself, and every line of it is written there again`,
    given: `a sink on standard output, and ${exclude === undefined ? 'no exclude' : `exclude ${[exclude].flat().map(quote).join(', ')}`}`,
    fix: `leave out the files of the container: /var/log/pods/${namespace}_*/${NAME}/**; or send the logs elsewhere`,
  }));
}

/** Whether a component gets what another one gives, also by way of transforms. */
export function comesFrom({
  inputs,
}: Wire, id: string, transforms: VectorConfig['transforms'], seen: ReadonlySet<string> = new Set()): boolean {
  return [inputs ?? []].flat().map(String).some(input => {
    const from = input.split('.')[0];
    if (from === id || globOf(input).test(id)) {return true;}
    return Object.entries(transforms).some(([name, transform]) => !seen.has(name) && (name === from || globOf(input).test(name))
      && comesFrom(transform ?? {}, id, transforms, new Set([...seen, name])));
  });
}

function reads({ include, exclude }: Wire, file: string): boolean {
  const matches = (globs: unknown) => [globs ?? []].flat().some(glob => globOf(String(glob)).test(file));
  return matches(include) && !matches(exclude);
}

/** `*` stays within a directory, `**` does not. */
function globOf(glob: string): RegExp {
  const text = glob.replace(
    /[.+^${}()|[\]\\]/g, '\\$&',
  ).replace(/\*\*\/?|\*|\?/g, part => part.startsWith('**') ? '.*' : part === '*' ? '[^/]*' : '[^/]');
  return new RegExp(`^${text}$`);
}
