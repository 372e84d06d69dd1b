import type { Construct } from 'constructs';
import { problemOf } from '../../private/doors/entrance';
import { Finding, withFacts } from '../../private/finding';
import { requireAnnotations, requireLabels } from '../../private/metadata';
import { requireName, slug } from '../../private/names';
import type { WorkloadOptions } from '../workload-options';

/** The options of which the API server would refuse every object, each by itself: one that is wrong is noted and left out. */
export function soundOptions<Options extends WorkloadOptions>(owner: Construct, options: Options, findings: Finding[]): Options {
  const wrong: { -readonly [name in keyof WorkloadOptions]: WorkloadOptions[name] } = {};
  for (const [name, check] of CHECKS) {
    if (options[name] === undefined) {continue;}
    const found = problemOf(() => check(options));
    if (found === undefined) {continue;}
    findings.push(withFacts(found, { option: name }));
    wrong[name] = undefined;
  }
  if ('name' in wrong) {wrong.name = slug(owner.node.id);}
  return Object.keys(wrong).length === 0 ? options : { ...options, ...wrong };
}

const CHECKS: ReadonlyArray<readonly [name: keyof WorkloadOptions, check: (options: WorkloadOptions) => void]> = [
  ['name', ({ name }) => requireName(name!, 'dns-label', 'the name of the agent')],
  ['namespace', ({ namespace }) => requireName(namespace!, 'dns-label', 'the namespace of the agent')],
  ['labels', ({ labels }) => requireLabels(labels)],
  ['podLabels', ({ podLabels }) => requireLabels(podLabels)],
  ['annotations', ({ annotations }) => requireAnnotations(annotations)],
  ['podAnnotations', ({ podAnnotations }) => requireAnnotations(podAnnotations)],
  ['imagePullSecrets', ({ imagePullSecrets }) => imagePullSecrets!.forEach(name => requireName(
    name, 'dns-subdomain', 'a Secret for the registry',
  ))],
  ['runtimeClassName', ({ runtimeClassName }) => requireName(runtimeClassName!, 'dns-subdomain', 'the runtime class')],
];
