import type { ApiObject } from 'cdk8s';
import { isOwned, ownerOf, WrittenObjects } from './app-objects';
import { OwnedObject } from './registered-agent';
import { isInFleet } from './target';
import { Finding, withFacts } from '../../private/finding';
import { asksForOurText, isMisreadFromCdk8s } from '../../private/yaml/cdk8s-writer';
import { findProblem, TextProblem } from '../../private/yaml/problem';
import { problemFinding } from '../../private/yaml/problem-finding';

/** Texts that cannot be written, and those that YAML readers take for something else where cdk8s writes the object and not we. */
export function textFindings(objects: readonly ApiObject[], written: WrittenObjects): Finding[] {
  const known = new Set<string>();
  return objects.flatMap(object => {
    // equal agents write the same texts
    const likeness = isOwned(object) && object.addedMetadata === undefined ? object.likeness : undefined;
    if (likeness !== undefined && known.has(likeness)) {return [];}
    const problem = problemOf(object, written);
    if (problem === undefined && likeness !== undefined) {known.add(likeness);}
    return problem ? [withFacts(problemFinding(problem, nameOf(object)), { constructPath: ownerOf(object).node.path })] : [];
  });
}

function problemOf(object: ApiObject, written: WrittenObjects): TextProblem | undefined {
  const manifest = written.manifestOf(object);
  const isOurs = isOwned(object) && (isInFleet(object) || asksForOurText()) && !Object.hasOwn(manifest ?? {}, 'toString');
  return findProblem(manifest, isOurs ? undefined : isMisreadFromCdk8s) ?? (isOwned(object) ? patchProblem(object) : undefined);
}

/** What a manifest no longer shows: cdk8s writes null for it. */
function patchProblem(object: OwnedObject): TextProblem | undefined {
  for (const value of object.patchedValues) {
    const problem = findProblem({ 'a JSON patch': value });
    if (problem) {return problem;}
  }
  return undefined;
}

function nameOf(object: ApiObject): string {
  const name = `the ${object.kind} '${object.name}'`;
  return isOwned(object) ? name : `${name}, which ${object.node.path} makes,`;
}
