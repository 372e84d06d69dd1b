import { parseImage, placeholderIn } from '../../cluster/image';
import { containersIn } from '../../cluster/inventory/containers';
import { writtenWorkloads } from '../../cluster/inventory/written-workloads';
import { findingOf } from '../../private/finding';
import { daemonSet } from '../example';
import type { Rule } from '../rule';

export const imagePlaceholder: Rule = {
  id: 'image-placeholder',
  level: 'warning',
  summary: 'An image has a placeholder that Kubernetes does not fill in.',
  looksAt: '`image` of containers: `${TAG}`, `$TAG`, `$(TAG)`, `{{ .Values.tag }}`, `<tag>` and their like, where the text is no image.',
  why: 'Kubernetes expands no variables in an image. Without the tool that fills it in, the kubelet refuses the text with '
    + '`InvalidImageName` on every node, and the pods wait.',
  fix: 'Check what the tool writes: render the template, or run envsubst, first. Where something fills it in later, as `postBuild` of Flux '
    + 'does, acknowledge it.',
  together: containers => `the images of ${containers} have placeholders that Kubernetes does not fill in`,
  example: () => ({
    fails: [daemonSet({}, { image: 'example.com/agent:${TAG}' })],
    passes: [daemonSet({}, { image: 'example.com/agent:1.0.0' })],
  }),
  *check(context) {
    for (const workload of writtenWorkloads(context)) {
      for (const { container: { image }, name, path } of containersIn(workload)) {
        const placeholder = placeholderIn(image);
        if (placeholder === undefined || parseImage(image) !== undefined) {continue;}
        yield findingOf(imagePlaceholder, {
          about: workload, path: `${path}.image`, container: name, what: `the placeholder ${placeholder} of the image is not filled in by Kubernetes`,
          given: image,
        });
      }
    }
  },
};
