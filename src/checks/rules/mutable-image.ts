import { parseImage } from '../../cluster/image';
import { containersIn } from '../../cluster/inventory/containers';
import { writtenWorkloads } from '../../cluster/inventory/written-workloads';
import { findingOf, Finding } from '../../private/finding';
import { daemonSet } from '../example';
import type { Rule } from '../rule';

export const mutableImage: Rule = {
  id: 'mutable-image',
  level: 'warning',
  summary: 'An image has no tag, or a tag that is another image tomorrow.',
  looksAt: '`image` of containers and of image volumes: no tag, or one such as `latest`, `main` or `nightly`, without a digest.',
  why: 'Nodes that start later get another image than the one that was tested, and a rollback brings the same image back. A fleet then '
    + 'runs as many versions as it has ages of nodes.',
  fix: 'Pin a version, a digest, or both: `registry/repository:tag@sha256:...`.',
  together: containers => `the images of ${containers} are other images tomorrow`,
  example: () => ({
    fails: [daemonSet({}, { image: 'example.com/agent:latest' })],
    passes: [daemonSet({}, { image: 'example.com/agent:1.0.0' })],
  }),
  *check(context) {
    for (const workload of writtenWorkloads(context)) {
      const { pod, podPath } = workload;
      const mutableIn = function* (image: unknown, place: () => Pick<Finding, 'path' | 'container'>) {
        const what = mutability(image);
        if (what !== undefined) {
          yield findingOf(mutableImage, {
            about: workload, ...place(), what, given: String(image), allowed: 'a version, a digest, or both',
          });
        }
      };
      for (const { container, name, path } of containersIn(workload)) {
        yield* mutableIn(container.image, () => ({ path: `${path}.image`, container: name }));
      }
      for (const [index, { image }] of (pod.volumes ?? []).entries()) {
        if (image) {yield* mutableIn(image.reference, () => ({ path: `${podPath}.volumes[${index}].image.reference` }));}
      }
    }
  },
};

/** Tags that are moved to each new build or release. */
const MOVING = /^(latest|stable|edge|nightly|canary|main|master|trunk|develop|development|dev|head|tip|unstable|rolling|snapshot|current|lts)$/i;

/** What cannot be read is for the runtime to refuse. */
function mutability(image: unknown): string | undefined {
  if (typeof image !== 'string' || image.includes('@')) {return undefined;}
  const tagged = image.indexOf(':', image.lastIndexOf('/') + 1);
  if (tagged >= 0 && !MOVING.test(image.slice(tagged + 1))) {return undefined;}
  const parts = parseImage(image);
  if (parts === undefined || parts.digest !== undefined) {return undefined;}
  if (parts.tag === undefined) {return 'the image has no tag, which means latest';}
  return MOVING.test(parts.tag) ? `the tag ${parts.tag} is another image tomorrow` : undefined;
}
