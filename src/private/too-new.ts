import { ours, Problem } from './problem';

/** Something that the oldest cluster does not know. */
export interface TooNew {
  /** What is asked for, such as `the field x of y`. */
  readonly what: string;
  /** The minor that knows it. */
  readonly since: number;
  /** The minor of the oldest cluster. */
  readonly oldest: number;
  /** What to do on older clusters. */
  readonly alternative: string;
}

export function tooNew({ what, since, oldest, alternative }: TooNew): Problem {
  return ours({
    code: 'field-too-new',
    what: `${what} needs Kubernetes 1.${since}`,
    given: `kubernetesVersion 1.${oldest}`,
    allowed: `1.${since} or newer`,
    fix: `${alternative}, or raise kubernetesVersion with TargetCluster.configure when the oldest cluster is there`,
  });
}
